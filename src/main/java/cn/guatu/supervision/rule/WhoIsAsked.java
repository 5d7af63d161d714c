package cn.guatu.supervision.rule;

import cn.guatu.rollup.Light;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Only what can have moved is asked for (semantics §12): nodes due around now, changed lights, expected evidence. */
public final class WhoIsAsked {

    private WhoIsAsked() {}

    /**
     * A node on the day of asking.
     *
     * @param actual on or before the day; null: open
     * @param light on the day
     * @param lightBefore a week before; null when it was not there
     * @param evidenceMissing whether it is done, names a quantity and nothing has been recognised
     */
    public record NodeView(
            LocalDate planned,
            @Nullable LocalDate forecast,
            @Nullable LocalDate actual,
            Light light,
            @Nullable Light lightBefore,
            boolean evidenceMissing) {}

    /**
     * Why a node is asked for, in words for who is asked; empty when it cannot have moved.
     *
     * @param window calendar days around the day
     */
    public static Optional<String> reason(NodeView node, LocalDate day, int window) {
        if (node.evidenceMissing()) {
            return Optional.of("已报完成，凭证待补");
        }
        if (node.actual() != null) {
            return Optional.empty();
        }
        Optional<String> due = due("计划", node.planned(), day, window);
        if (due.isPresent()) {
            return due;
        }
        if (node.lightBefore() != null && node.lightBefore() != node.light()) {
            return Optional.of(
                    "灯由" + node.lightBefore().label() + "变为" + node.light().label());
        }
        return node.forecast() == null ? Optional.empty() : due("预计", node.forecast(), day, window);
    }

    private static Optional<String> due(String what, LocalDate date, LocalDate day, int window) {
        long left = ChronoUnit.DAYS.between(day, date);
        if (Math.abs(left) > window) {
            return Optional.empty();
        }
        String when = left == 0 ? "今天到期" : left > 0 ? "还有 " + left + " 天到期" : "已过 " + -left + " 天";
        return Optional.of("%s%d月%d日完成，%s".formatted(what, date.getMonthValue(), date.getDayOfMonth(), when));
    }
}
