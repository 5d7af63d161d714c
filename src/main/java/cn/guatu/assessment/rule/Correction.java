package cn.guatu.assessment.rule;

import cn.guatu.org.UnitId;
import java.math.BigDecimal;

/**
 * A correction of a draft that stays visible as a line of its own.
 *
 * @param unit whose score it corrects
 * @param part the part
 * @param key of its line
 * @param item the name of the line
 * @param points added to the part; a BASE part never gets more than its effective weight, or less than 0
 * @param reason why
 */
public record Correction(UnitId unit, String part, String key, String item, BigDecimal points, String reason) {

    /** What the key of a line by an accepted objection begins with; the number of the objection follows. */
    public static final String OF_OBJECTION = "objection:";
}
