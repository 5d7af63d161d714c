package cn.guatu.assessment;

import cn.guatu.org.UnitId;
import java.time.Instant;

/**
 * 主动补位: a unit stepped in for another one (semantics §13), entered by hand with its evidence.
 *
 * @param key its identity
 * @param unit who stepped in and gets the points
 * @param item for whom, and what was done
 * @param reason the day, the evidence, and who entered it
 * @param times 1; 0 when it was taken back
 * @param recordedAt when it was entered
 */
public record SteppingIn(String key, UnitId unit, String item, String reason, int times, Instant recordedAt) {

    /** What its key begins with. */
    static final String KEY = "stepping-in:";

    /** Whether it counts. */
    public boolean stands() {
        return times > 0;
    }
}
