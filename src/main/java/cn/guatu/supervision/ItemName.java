package cn.guatu.supervision;

import cn.guatu.project.Phase;
import org.jspecify.annotations.Nullable;

/** How an item is called where people read of it: by names, not by codes. */
final class ItemName {

    private ItemName() {}

    /** Such as 东门旧改 一期 · 施工许可; without the node for a phase as a whole. */
    static String of(Phase phase, @Nullable String node) {
        String whole = phase.projectName() + " " + phase.name();
        return node == null ? whole : whole + " · " + node;
    }
}
