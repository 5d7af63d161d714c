package cn.guatu.workbook.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a cell holds, before anybody asks what it means. A blank cell is no RawCell at all. */
sealed interface RawCell {

    /** A text, trimmed and not blank. */
    record Text(String text) implements RawCell {}

    /** A number at 15 significant digits. */
    record Number(BigDecimal value) implements RawCell {}

    /** A number that is shown as per cent: the fraction, 0.95 for 95 %. */
    record Percent(BigDecimal fraction) implements RawCell {}

    /** A number that is shown as a date; date is null when there is no such day. */
    record Day(BigDecimal serial, @Nullable LocalDate date) implements RawCell {}

    /** True or false. */
    record Truth(boolean value) implements RawCell {}

    /** An error such as #REF!, or a number that is none. */
    record Broken(String word) implements RawCell {}

    /** What a person sees in the cell. */
    default String shown() {
        return switch (this) {
            case Text it -> it.text();
            case Number it -> it.value().toPlainString();
            case Percent it ->
                it.fraction().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            case Day it ->
                it.date() != null ? it.date().toString() : it.serial().toPlainString();
            case Truth it -> it.value() ? "TRUE" : "FALSE";
            case Broken it -> it.word();
        };
    }
}
