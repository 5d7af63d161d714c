package cn.guatu.supervision;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said about an item: 催办 by whoever supervises, 批示 by a leader. It is never changed.
 *
 * @param kind which of the two
 * @param about the item
 * @param subject the item in words
 * @param text what was said
 * @param told the names of those who were told
 * @param by the name of who said it
 * @param at when
 */
public record SupervisionWord(Kind kind, About about, String subject, String text, String told, String by, Instant at) {

    /** 催办 or 批示. */
    public enum Kind {
        /** 催办 */
        URGE("催办"),
        /** 批示 */
        INSTRUCTION("批示");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The Chinese word for screens. */
        public String label() {
            return label;
        }
    }

    /**
     * What it is about: one of them, a node with its phase.
     *
     * @param target null when it is not about a target
     * @param phase null when it is about a target, or about a 督办单 on a decision
     * @param node null when it is not about a node
     * @param order null when it is not about a 督办单
     */
    public record About(
            @Nullable TargetId target,
            @Nullable PhaseId phase,
            @Nullable NodeId node,
            @Nullable OrderId order) {

        /** A target. */
        public static About target(TargetId target) {
            return new About(target, null, null, null);
        }

        /** A phase, or one of its nodes. */
        public static About item(PhaseId phase, @Nullable NodeId node) {
            return new About(null, phase, node, null);
        }

        /** A 督办单. */
        public static About order(SupervisionOrder order) {
            return new About(null, order.phase(), order.node(), order.id());
        }
    }
}
