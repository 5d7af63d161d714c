package cn.guatu.bulletin.rule;

import cn.guatu.rollup.Light;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.target.Direction;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The sentence of a target: 任务为80公顷，截至10月底完成80.58公顷，完成率100.7%，超序时17.4个百分点。其中… (semantics §4–7). */
public final class Sentences {

    private final LocalDate cutOff;

    /** Sentences of figures as of this day. */
    public Sentences(LocalDate cutOff) {
        this.cutOff = cutOff;
    }

    /** The target with its parts (其中), what it takes when it is behind, and what is not reported. */
    public List<Piece> of(TargetFigure target, List<TargetFigure> parts) {
        Pieces said = new Pieces();
        clause(said, target);
        said.words("。");
        if (!parts.isEmpty()) {
            said.words("其中：");
            for (int i = 0; i < parts.size(); i++) {
                clause(said, parts.get(i));
                said.words(i < parts.size() - 1 ? "；" : "。");
            }
        }
        if (isBehind(target)) {
            outlook(said, target);
        }
        if (target.missing() > 0) {
            said.words("有")
                    .figure(target.code() + ".missing", target.missing() + "个")
                    .words("到期节点未报。");
        }
        return said.all();
    }

    private void clause(Pieces said, TargetFigure target) {
        String key = target.code();
        String until = "截至" + Shown.until(cutOff);
        said.words(target.name());
        task(said, target);
        said.words("，" + until);
        if (target.achieved() == null) {
            said.figure(key + ".achieved", "未报");
            return;
        }
        said.words(target.kind() == TargetKind.FLOW || target.kind() == TargetKind.MILESTONE ? "完成" : "为");
        said.figure(key + ".achieved", Shown.achieved(target.achieved(), target.kind(), target.unit()));
        if (target.rate() == null) {
            return;
        }
        said.words("，完成率").figure(key + ".rate", Shown.rate(target.rate()));
        if (target.light() == Light.NOT_DUE) {
            said.words("，尚未到期");
        } else if (target.deviation() != null) {
            said.words("，").figure(key + ".deviation", Shown.againstPace(target.deviation()));
        }
    }

    private static void task(Pieces said, TargetFigure target) {
        if (target.target() == null) {
            said.words(target.targetStatus() == VersionStatus.PROVISIONAL ? "任务（预）尚未明确" : "尚未下达年度任务");
            return;
        }
        String provisional = target.targetStatus() == VersionStatus.PROVISIONAL ? "（预）" : "";
        String about = target.approx() ? "约" : "";
        String amount = about + Shown.quantity(target.target(), target.unit());
        if (target.direction() == Direction.DOWN) {
            said.words("任务" + provisional + "为降至").figure(target.code() + ".target", amount);
            if (target.baseValue() != null) {
                said.words("（基期").figure(target.code() + ".base", Shown.quantity(target.baseValue(), target.unit()));
                said.words("）");
            }
            return;
        }
        said.words("任务" + provisional + "为").figure(target.code() + ".target", amount);
    }

    private static void outlook(Pieces said, TargetFigure target) {
        BigDecimal forecast = target.forecast();
        BigDecimal required = target.requiredPerMonth();
        if (target.kind() == TargetKind.FLOW && forecast != null) {
            said.words("按近三个月均值推算，年底预计完成")
                    .figure(target.code() + ".forecast", Shown.quantity(rounded(forecast), target.unit()));
            if (required != null && required.signum() > 0) {
                said.words("；完成全年任务须每月完成")
                        .figure(target.code() + ".required", Shown.quantity(rounded(required), target.unit()));
            }
            said.words("。");
        }
    }

    /** What is reckoned needs no more digits than two after the point. */
    private static BigDecimal rounded(BigDecimal reckoned) {
        return reckoned.setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private static boolean isBehind(TargetFigure target) {
        return target.light() == Light.RED || target.light() == Light.ORANGE;
    }

    /** Puts pieces together. */
    static final class Pieces {
        private final List<Piece> pieces = new ArrayList<>();

        Pieces words(String words) {
            pieces.add(Piece.words(words));
            return this;
        }

        Pieces figure(String key, String text) {
            pieces.add(Piece.figure(key, text));
            return this;
        }

        List<Piece> all() {
            return List.copyOf(pieces);
        }
    }
}
