package cn.guatu.planning.rule;

import cn.guatu.project.Phase;
import cn.guatu.project.PhaseDraft;
import cn.guatu.project.PlanNature;
import java.util.ArrayList;
import java.util.List;

/** 退出年度计划: a phase that cannot be removed becomes 计划外. It leaves every denominator and keeps what it has achieved (semantics §5a). */
public final class Retirement {

    private Retirement() {}

    /** The step that retires these phases. */
    public static PlanStep of(List<Phase> phases) {
        List<PlanChange> changes = new ArrayList<>();
        for (Phase phase : phases) {
            changes.add(new PlanChange.OfPhase(
                    phase, PhaseDraft.of(phase).nature(PlanNature.EXTRA).made()));
        }
        return new PlanStep("退出年度计划", changes);
    }
}
