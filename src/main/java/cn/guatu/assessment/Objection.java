package cn.guatu.assessment;

import cn.guatu.org.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection of a unit to an item of its draft score (异议, semantics §13).
 *
 * @param id its identity
 * @param year the plan year
 * @param month 1–12
 * @param unit whose score it is
 * @param part the part of the scorecard
 * @param itemKey the item it hangs on
 * @param item its name when the objection was raised
 * @param grounds why the unit objects
 * @param raisedBy the account
 * @param raisedAt when
 * @param state where it stands
 * @param answer the supervisor's sentence; null while it is open
 * @param answeredBy the account; null while it is open
 * @param answeredAt when; null while it is open
 * @param version counts its changes from 1; an answer names the one it was made on
 */
public record Objection(
        long id,
        int year,
        int month,
        UnitId unit,
        String part,
        String itemKey,
        String item,
        String grounds,
        String raisedBy,
        Instant raisedAt,
        State state,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        int version) {

    /** Where an objection stands. */
    public enum State {
        /** 待答复 */
        OPEN("待答复"),
        /** 采纳: a correction line changes the draft */
        ACCEPTED("已采纳"),
        /** 未采纳 */
        REJECTED("未采纳");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The Chinese word for screens; never null. */
        public String label() {
            return label;
        }
    }
}
