package cn.guatu.rollup.rule;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.rollup.Light;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The light of a node at a cut-off (semantics §8), measured against 计划完成 in working days.
 *
 * @param light 灯
 * @param daysLate working days after the planned date: how late it is, or was finished; else 0
 * @param reason one sentence with the dates that decided
 */
public record NodeLight(Light light, int daysLate, String reason) {

    /** Up to so many working days late an open node is orange, then red. */
    private static final int ORANGE_DAYS = 10;

    /** An open node due within so many calendar days is 临期. */
    private static final int SOON_DAYS = 14;

    private static final String RULE = "，按节点灯规则第1版为";

    /** Judges a node at the cut-off; an actual date after it does not exist yet. */
    public static NodeLight of(YearFacts.Node node, LocalDate cutOff, WorkCalendar calendar) {
        LocalDate planned = node.planned();
        LocalDate actual = node.actualBy(cutOff);
        if (actual != null) {
            if (!actual.isAfter(planned)) {
                return told(Light.GREEN, 0, "计划" + planned + "，实际" + actual + "，按期完成");
            }
            int late = calendar.workingDaysBetween(planned, actual);
            return told(Light.YELLOW, late, "计划" + planned + "，实际" + actual + "，晚" + late + "个工作日完成");
        }
        int late = cutOff.isAfter(planned) ? calendar.workingDaysBetween(planned, cutOff) : 0;
        if (late > 0) {
            return told(
                    late <= ORANGE_DAYS ? Light.ORANGE : Light.RED,
                    late,
                    "计划" + planned + "，截至" + cutOff + "未完成，逾期" + late + "个工作日");
        }
        // Past its date but only by days off: nobody could have worked on it since, so it is still due, not late.
        long left = ChronoUnit.DAYS.between(cutOff, planned);
        if (left <= SOON_DAYS) {
            return told(
                    Light.DUE_SOON,
                    0,
                    "计划" + planned + "，截至" + cutOff + "未完成，" + (left < 0 ? "到期日后尚无工作日" : "还有" + left + "天到期"));
        }
        return told(Light.NOT_DUE, 0, "计划" + planned + "，还有" + left + "天到期");
    }

    /** The light alone, for who counts many nodes and explains none. */
    static Light lightOf(YearFacts.Node node, LocalDate cutOff, WorkCalendar calendar) {
        LocalDate planned = node.planned();
        LocalDate actual = node.actualBy(cutOff);
        if (actual != null) {
            return actual.isAfter(planned) ? Light.YELLOW : Light.GREEN;
        }
        if (cutOff.isAfter(planned)) {
            // No need to count a year's working days: the eleventh decides.
            int late = 0;
            for (LocalDate day = planned.plusDays(1);
                    !day.isAfter(cutOff) && late <= ORANGE_DAYS;
                    day = day.plusDays(1)) {
                late += calendar.isWorkingDay(day) ? 1 : 0;
            }
            if (late > 0) {
                return late <= ORANGE_DAYS ? Light.ORANGE : Light.RED;
            }
        }
        return ChronoUnit.DAYS.between(cutOff, planned) <= SOON_DAYS ? Light.DUE_SOON : Light.NOT_DUE;
    }

    private static NodeLight told(Light light, int daysLate, String facts) {
        return new NodeLight(light, daysLate, facts + RULE + light.label() + "。");
    }
}
