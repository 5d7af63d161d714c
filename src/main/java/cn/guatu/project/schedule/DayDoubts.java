package cn.guatu.project.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked about a planned date before it is taken, wherever it comes from: outside the plan year, or before the project begins. */
public final class DayDoubts {

    private DayDoubts() {}

    /**
     * Questions about a date by itself.
     *
     * @param start when the project begins; null when nobody has said
     * @param what what is dated, in words: “签约”的计划完成
     * @param day null: nothing to ask
     */
    public static List<String> of(int year, @Nullable LocalDate start, String what, @Nullable LocalDate day) {
        List<String> doubts = new ArrayList<>();
        if (day != null && day.getYear() != year) {
            doubts.add(what + " " + day + " 不在 " + year + " 年度内。");
        }
        if (day != null && start != null && day.isBefore(start)) {
            doubts.add(what + " " + day + " 早于项目开始日期 " + start + "。");
        }
        return doubts;
    }
}
