package cn.guatu.progress.rule;

import cn.guatu.progress.NewRecognition;
import cn.guatu.progress.Recognition;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a row may enter the ledger (semantics §2, §3). Every objection is a sentence for the person who posts it. */
public final class Admission {

    private static final int LONGEST_BATCH = 64;
    private static final int LONGEST_TEXT = 4_000;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000000");

    private Admission() {}

    /**
     * What the rule needs to know about where the row goes.
     *
     * @param latestDay the last admissible day of occurrence; null when any day is
     */
    public record Place(
            TargetKind kind,
            int targetYear,
            int phaseYear,
            @Nullable LocalDate latestDay) {}

    /** Why an ordinary row may not be posted; empty when it may. */
    public static Optional<String> objection(NewRecognition row, Place place) {
        return first(shape(row, place), place.kind() == TargetKind.RATIO ? ratio(row) : plain(row, place.kind()));
    }

    /**
     * Why a row may not take back another one; empty when it may. It is the exact opposite of an ordinary row on the same phase,
     * target and node, not dated before it. Whether the other one still stands is for the ledger to say.
     */
    public static Optional<String> objection(NewRecognition row, Recognition taken, Place place) {
        return first(
                shape(row, place),
                taken.reverses() == null ? null : "冲销记录不能再被冲销，请直接重新计入。",
                row.phase().equals(taken.phase()) && row.target().equals(taken.target()) ? null : "冲销须与原记录属于同一分期、同一指标。",
                Objects.equals(row.node(), taken.node()) ? null : "冲销须与原记录属于同一节点。",
                opposite(row.quantity(), taken.quantity()) && opposite(row.denominator(), taken.denominator())
                        ? null
                        : "冲销数量须与原记录正好相反：原记录为 %s%s。"
                                .formatted(
                                        plain(taken.quantity()),
                                        taken.denominator() == null ? "" : "，分母 " + plain(taken.denominator())),
                takesBack(row) && blank(row.reason()) ? "冲销须说明原因。" : null,
                row.occurredOn().isBefore(taken.occurredOn())
                        ? "冲销日期不能早于原记录日期 %s。".formatted(taken.occurredOn())
                        : null);
    }

    /**
     * Why what a phase has recognised for a target may not become this; empty when it may. A stock has no sum: its rows state values.
     *
     * @param denominator the sum of denominators; zero when the target has none
     */
    public static Optional<String> objectionToSum(TargetKind kind, BigDecimal quantity, BigDecimal denominator) {
        if (kind == TargetKind.STOCK) {
            return Optional.empty();
        }
        if (quantity.signum() < 0) {
            return Optional.of("扣减后该分期对该指标的累计计入为 %s，不能小于零。".formatted(plain(quantity)));
        }
        if (denominator.signum() < 0) {
            return Optional.of("扣减后该分期对该指标的累计分母为 %s，不能小于零。".formatted(plain(denominator)));
        }
        return Optional.empty();
    }

    private static @Nullable String shape(NewRecognition row, Place place) {
        if (place.targetYear() != place.phaseYear()) {
            return "指标属于 %d 年度，分期属于 %d 年度，不能计入。".formatted(place.targetYear(), place.phaseYear());
        }
        if (blank(row.evidence())) {
            return "计入须有依据（文号或证号）。";
        }
        if (tooLong(row.evidence(), LONGEST_TEXT) || tooLong(row.reason(), LONGEST_TEXT)) {
            return "依据和原因不能超过 %d 字。".formatted(LONGEST_TEXT);
        }
        if (tooLong(row.batch(), LONGEST_BATCH)) {
            return "批次不能超过 %d 字。".formatted(LONGEST_BATCH);
        }
        if (row.batch() != null && row.batch().isBlank()) {
            return "批次不能为空白；没有批次时请不要填写。";
        }
        if (garbled(row.batch()) || garbled(row.evidence()) || garbled(row.reason())) {
            return "批次、依据和原因不能含控制字符。";
        }
        if (tooLarge(row.quantity()) || tooLarge(row.denominator())) {
            return "数量过大，请检查单位。";
        }
        if (place.latestDay() != null && row.occurredOn().isAfter(place.latestDay())) {
            return "发生日期 %s 晚于今天，证件或合同生效后再计入。".formatted(row.occurredOn());
        }
        return null;
    }

    private static @Nullable String plain(NewRecognition row, TargetKind kind) {
        if (row.denominator() != null) {
            return "只有比率指标才填写分母。";
        }
        if (kind == TargetKind.STOCK) {
            // The value on a day may well be nothing (a backlog that is cleared), but never less.
            return row.quantity().signum() < 0 ? "时点指标填写的是当日数值，不能为负数。" : null;
        }
        if (row.quantity().signum() == 0) {
            return "计入数量不能为零。";
        }
        return row.quantity().signum() < 0 && blank(row.reason()) ? "负数计入须说明原因。" : null;
    }

    // A numerator of nothing out of 99 is a fact (semantics §4: 1/1 and 0/99 together are 1 %); nothing out of nothing
    // is not.
    private static @Nullable String ratio(NewRecognition row) {
        BigDecimal denominator = row.denominator();
        if (denominator == null) {
            return "比率指标须填写分母。";
        }
        if (takesBack(row)) {
            return blank(row.reason()) ? "负数计入须说明原因。" : null;
        }
        return denominator.signum() == 0 ? "比率指标的分母须大于零。" : null;
    }

    private static boolean takesBack(NewRecognition row) {
        return row.quantity().signum() < 0
                || (row.denominator() != null && row.denominator().signum() < 0);
    }

    private static boolean opposite(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other.negate()) == 0;
    }

    private static boolean tooLarge(@Nullable BigDecimal number) {
        return number != null && number.abs().compareTo(LARGEST) >= 0;
    }

    private static boolean tooLong(@Nullable String text, int longest) {
        return text != null && text.length() > longest;
    }

    private static boolean garbled(@Nullable String text) {
        return text != null
                && text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<String> first(@Nullable String... objections) {
        for (String each : objections) {
            if (each != null) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
