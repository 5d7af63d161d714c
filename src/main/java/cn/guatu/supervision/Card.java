package cn.guatu.supervision;

import cn.guatu.org.UnitId;
import java.time.LocalDate;

/**
 * A card that a department was shown in a month (semantics §13): yellow for a 督办单 that was issued, red for one that was overdue or whose
 * answer was returned.
 *
 * @param department who was shown it
 * @param colour yellow or red
 * @param order the 督办单
 * @param title its number as written
 * @param reason why, in Chinese
 * @param on the day
 */
public record Card(UnitId department, Colour colour, OrderId order, String title, String reason, LocalDate on) {

    /** 黄牌 or 红牌. */
    public enum Colour {
        /** 黄牌 */
        YELLOW("黄牌"),
        /** 红牌 */
        RED("红牌");

        private final String label;

        Colour(String label) {
            this.label = label;
        }

        /** The Chinese word for screens and documents. */
        public String label() {
            return label;
        }
    }
}
