package cn.guatu.workbook.sheet;

import cn.guatu.platform.measure.MeasureUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the stored form of a cell into what it holds: stored results of formulas, both date systems, 15 significant digits. */
final class CellDecoder {

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private final List<String> strings;
    private final Styles styles;
    private final boolean date1904;

    CellDecoder(List<String> strings, Styles styles, boolean date1904) {
        this.strings = strings;
        this.styles = styles;
        this.date1904 = date1904;
    }

    /** What the cell holds; null when it is blank, also when a formula has no stored result. */
    @Nullable
    RawCell decode(@Nullable String type, @Nullable String style, String value) {
        String kind = type == null ? "n" : type;
        if (value.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case "s" -> shared(value);
            case "str" -> text(Strings.decode(value));
            case "inlineStr" -> text(value);
            case "b" ->
                new RawCell.Truth(value.trim().equals("1") || value.trim().equals("true"));
            case "e" -> new RawCell.Broken(value.trim());
            case "d" -> isoDate(value.trim());
            default -> number(value.trim(), styles.of(style));
        };
    }

    private @Nullable RawCell shared(String value) {
        try {
            int index = Integer.parseInt(value.trim());
            return index >= 0 && index < strings.size() ? text(strings.get(index)) : new RawCell.Broken("#文字缺失");
        } catch (NumberFormatException e) {
            return new RawCell.Broken("#文字缺失");
        }
    }

    private static @Nullable RawCell text(String text) {
        String trimmed = Fold.trim(text);
        return trimmed.isEmpty() ? null : new RawCell.Text(trimmed);
    }

    private static RawCell isoDate(String value) {
        try {
            LocalDate date = value.length() > 10
                    ? LocalDateTime.parse(value.endsWith("Z") ? value.substring(0, value.length() - 1) : value)
                            .toLocalDate()
                    : LocalDate.parse(value);
            return new RawCell.Day(BigDecimal.ZERO, date);
        } catch (DateTimeParseException e) {
            return new RawCell.Broken(value);
        }
    }

    private @Nullable RawCell number(String value, Styles.Meaning meaning) {
        if (value.isEmpty()) {
            return null;
        }
        BigDecimal number = Numbers.safe(value);
        if (number == null) {
            return new RawCell.Broken(value.length() > 40 ? value.substring(0, 40) : value);
        }
        BigDecimal rounded = MeasureUnit.plain(number.round(DIGITS));
        return switch (meaning) {
            case NUMBER -> new RawCell.Number(rounded);
            case PERCENT -> new RawCell.Percent(rounded);
            case DATE -> new RawCell.Day(rounded, date(rounded));
        };
    }

    private @Nullable LocalDate date(BigDecimal serial) {
        long days = serial.setScale(0, RoundingMode.FLOOR).longValue();
        if (days < 0 || days > 2_958_465) {
            return null;
        }
        if (date1904) {
            return EPOCH_1904.plusDays(days);
        }
        return Dates.ofSerial1900(days);
    }
}
