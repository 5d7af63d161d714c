package cn.guatu.rollup.rule;

import cn.guatu.target.OfWhich;
import cn.guatu.target.TargetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The 其中 of a year's targets (semantics §6): who is part of whom, to any depth. */
public final class TargetTree {

    private final Map<TargetId, YearFacts.Target> byId = new HashMap<>();
    private final Map<TargetId, List<YearFacts.Target>> parts = new HashMap<>();
    private final Map<TargetId, Integer> levels = new HashMap<>();

    /** The tree of these targets. A parent that is not among them counts as none. */
    public TargetTree(List<YearFacts.Target> targets) {
        targets.forEach(target -> byId.put(target.id(), target));
        for (YearFacts.Target target : targets) {
            levels.put(target.id(), levelOf(target));
            if (target.parent() != null && target.ofWhich() == OfWhich.PARTITION) {
                parts.computeIfAbsent(target.parent(), parent -> new ArrayList<>())
                        .add(target);
            }
        }
    }

    /** The PARTITION parts of a target, in workbook order; a SUBSET is never added to anything, so it is not among them. */
    public List<YearFacts.Target> partsOf(YearFacts.Target target) {
        return parts.getOrDefault(target.id(), List.of());
    }

    /** The target above, if there is one. */
    public YearFacts.@Nullable Target parentOf(YearFacts.Target target) {
        return target.parent() == null ? null : byId.get(target.parent());
    }

    /** 0 for a top-level target. */
    public int level(YearFacts.Target target) {
        return levels.getOrDefault(target.id(), 0);
    }

    /** The target and its PARTITION parts of the same way of counting, and theirs: whose rows make its achieved value. */
    public List<YearFacts.Target> countedIn(YearFacts.Target target) {
        List<YearFacts.Target> counted = new ArrayList<>();
        collect(target, counted);
        return counted;
    }

    private void collect(YearFacts.Target target, List<YearFacts.Target> into) {
        into.add(target);
        for (YearFacts.Target part : partsOf(target)) {
            if (part.kind() == target.kind()) {
                collect(part, into);
            }
        }
    }

    private int levelOf(YearFacts.Target target) {
        Set<TargetId> passed = new HashSet<>();
        int level = 0;
        for (YearFacts.Target at = parentOf(target); at != null; at = parentOf(at)) {
            if (!passed.add(at.id())) {
                throw new IllegalStateException("指标" + target.code() + "的上级指标形成循环");
            }
            level++;
        }
        return level;
    }
}
