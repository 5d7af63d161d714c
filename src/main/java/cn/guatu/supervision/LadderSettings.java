package cn.guatu.supervision;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the ladder goes by; the due day and the closing of a week are those of the reports. Kept as JSON, a version each.
 *
 * @param askTime on the first working day of the week, when reports are asked for
 * @param roundTime on every working day, when nodes are looked at
 * @param remindTime on the working day before the reports are due, when who has not reported is reminded
 * @param dueTime on the planned day of a node, from when it is 到期
 * @param windowDays nodes due within so many calendar days, before or after, are asked for; and an open one ahead is 临期
 * @param overdueAfter from so many working days late a node is 逾期
 * @param orderAfter when it is later than so many working days, a 督办单 is issued
 * @param silentWeeks when so many weeks in a row are not reported, a 督办单 is issued
 * @param orderDays working days to answer a 督办单
 * @param off steps that are not taken, as {@code NODE.DUE_SOON}
 * @param texts what is said, by step; 〔事项〕〔期限〕〔天数〕〔周〕 are filled in
 */
public record LadderSettings(
        LocalTime askTime,
        LocalTime roundTime,
        LocalTime remindTime,
        LocalTime dueTime,
        int windowDays,
        int overdueAfter,
        int orderAfter,
        int silentWeeks,
        int orderDays,
        Set<String> off,
        Map<String, String> texts) {

    /** The name of the text that says what a 督办单 demands. */
    public static final String DEMAND = "ORDER.DEMAND";

    /** As the product is delivered. */
    public static final LadderSettings USUAL = new LadderSettings(
            LocalTime.of(8, 0),
            LocalTime.of(8, 0),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            14,
            1,
            10,
            3,
            5,
            Set.of(),
            Map.of(
                    key(LadderRule.REPORT, LadderLevel.DUE_SOON),
                    "〔事项〕本周周报尚未填报，请于〔期限〕前报送。",
                    key(LadderRule.REPORT, LadderLevel.UNREPORTED),
                    "〔事项〕周报已于〔期限〕到期，尚未填报，请立即补报。",
                    key(LadderRule.REPORT, LadderLevel.OVERDUE),
                    "〔事项〕截至本周截止仍未填报，按逾期处理。",
                    key(LadderRule.REPORT, LadderLevel.ORDER),
                    "〔事项〕连续〔天数〕周未填报，现予督办，请说明原因并限期补报。",
                    key(LadderRule.NODE, LadderLevel.DUE_SOON),
                    "〔事项〕计划〔期限〕完成，请提前安排。",
                    key(LadderRule.NODE, LadderLevel.UNREPORTED),
                    "〔事项〕计划〔期限〕完成，现已到期，尚未报完成。",
                    key(LadderRule.NODE, LadderLevel.OVERDUE),
                    "〔事项〕计划〔期限〕完成，已逾期〔天数〕个工作日。",
                    key(LadderRule.NODE, LadderLevel.ORDER),
                    "〔事项〕计划〔期限〕完成，已逾期〔天数〕个工作日，现予督办，请限期整改。",
                    DEMAND,
                    "请查明原因，制定整改方案，明确责任人和时限，于〔期限〕前书面答复。"));

    /** Copies the collections. */
    public LadderSettings {
        off = Set.copyOf(off);
        texts = Map.copyOf(texts);
    }

    /** The name of a step in {@link #off} and {@link #texts}. */
    public static String key(LadderRule rule, LadderLevel level) {
        return rule.name() + "." + level.name();
    }

    /** Whether the step is taken at all. */
    public boolean takes(LadderRule rule, LadderLevel level) {
        return !off.contains(key(rule, level));
    }

    /** What is said at a step. */
    public String text(LadderRule rule, LadderLevel level) {
        return text(key(rule, level));
    }

    /** What a 督办单 demands. */
    public String demand(LocalDate deadline) {
        return text(DEMAND).replace("〔期限〕", deadline.getMonthValue() + "月" + deadline.getDayOfMonth() + "日");
    }

    private String text(String key) {
        return texts.getOrDefault(key, Objects.requireNonNullElse(USUAL.texts.get(key), ""));
    }

    /** What is wrong with them, in sentences; empty when they can be used. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (windowDays < 1 || windowDays > 60) {
            faults.add("询报与临期的天数须在 1 至 60 之间。");
        }
        if (overdueAfter < 1) {
            faults.add("逾期须从至少 1 个工作日起算。");
        }
        if (orderAfter < overdueAfter || orderAfter > 120) {
            faults.add("转督办单的逾期天数不得小于逾期起算天数，且不超过 120 个工作日。");
        }
        if (silentWeeks < 1 || silentWeeks > 12) {
            faults.add("连续未报的周数须在 1 至 12 之间。");
        }
        if (orderDays < 1 || orderDays > 60) {
            faults.add("督办单办理期限须在 1 至 60 个工作日之间。");
        }
        if (texts.values().stream().anyMatch(text -> text.isBlank() || text.length() > 400)) {
            faults.add("每条文字须有内容，且不超过 400 字。");
        }
        return List.copyOf(faults);
    }
}
