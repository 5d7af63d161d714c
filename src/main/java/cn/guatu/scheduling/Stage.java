package cn.guatu.scheduling;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a template; applied to a phase it becomes a node.
 *
 * @param position tells it apart within its template; at least 1
 * @param name becomes 节点名称
 * @param promised 承诺工期 in working days; becomes 工期
 * @param statutory 法定时限 in working days; null when there is none
 * @param weight 权重; null counts as 1
 * @param recognises the name of the target that completing it counts towards; null: none
 * @param evidence what proves that it is done; null: nothing is asked for
 * @param after positions of the stages that must be done before
 */
public record Stage(
        int position,
        String name,
        int promised,
        @Nullable Integer statutory,
        @Nullable BigDecimal weight,
        @Nullable String recognises,
        @Nullable String evidence,
        Set<Integer> after) {
    /** Keeps its own copy of the positions. */
    public Stage {
        after = Set.copyOf(after);
    }

    /** The same with other predecessors. */
    public Stage after(Set<Integer> positions) {
        return new Stage(position, name, promised, statutory, weight, recognises, evidence, positions);
    }
}
