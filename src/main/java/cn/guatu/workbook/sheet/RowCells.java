package cn.guatu.workbook.sheet;

import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of one record by column; each reader says what is wrong with its cell and then gives null, like an empty one. */
final class RowCells {

    /** Longest text of a cell (rulings). */
    static final int TEXT = 4_000;
    /** Longest code (rulings); also names of units, people and phases. */
    static final int CODE = 64;
    /** Longest name of a target, project, node or outside body. */
    static final int NAME = 255;

    private final RowAt at;
    private final Map<Column, RawCell> cells;
    private final Problems problems;
    private final int year;
    private final Set<Column> reported = EnumSet.noneOf(Column.class);
    private boolean broken;

    RowCells(RowAt at, Map<Column, RawCell> cells, Problems problems, int year) {
        this.at = at;
        this.cells = new EnumMap<>(Column.class);
        this.cells.putAll(cells);
        this.problems = problems;
        this.year = year;
        for (Column each : at.kind().columns()) {
            RawCell cell = this.cells.get(each);
            if (cell instanceof RawCell.Broken it) {
                error(each, it.word(), "正确的值;单元格公式出错", null);
                this.cells.remove(each);
            } else if (cell == null && at.kind().requires(each)) {
                error(each, "空", "必填:" + each.heading(), null);
            }
        }
    }

    RowAt at() {
        return at;
    }

    int year() {
        return year;
    }

    /** Whether any cell of the row is in error. */
    boolean broken() {
        return broken;
    }

    boolean isEmpty(Column column) {
        return !cells.containsKey(column);
    }

    String shown(Column column) {
        RawCell cell = cells.get(column);
        return cell == null ? "空" : Words.shortened(cell.shown());
    }

    void error(Column column, String found, String expected, @Nullable String suggestion) {
        broken = true;
        if (reported.add(column)) {
            problems.add(Problem.error(at.cell(column), found, expected, suggestion));
        }
    }

    void warning(Column column, String found, String expected, @Nullable String suggestion) {
        problems.add(Problem.warning(at.cell(column), found, expected, suggestion));
    }

    /** A text of at most 4 000 characters; one that starts with = + - @ is a text like any other. */
    @Nullable
    String text(Column column) {
        return text(column, TEXT);
    }

    @Nullable
    String text(Column column, int longest) {
        RawCell cell = cells.get(column);
        if (cell == null) {
            return null;
        }
        String text = cell.shown();
        if (text.length() > longest) {
            error(column, text.length() > TEXT ? "超过 4 000 字" : text.length() + " 字", "不超过 " + longest + " 字", null);
            return null;
        }
        int control = control(text);
        if (control >= 0) {
            StringBuilder clean = new StringBuilder();
            text.chars().filter(c -> !isControl((char) c)).forEach(c -> clean.append((char) c));
            error(
                    column,
                    "含控制字符 U+%04X".formatted((int) text.charAt(control)),
                    "不含控制字符的文字",
                    Words.shortened(clean.toString()));
            return null;
        }
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** A code, folded. */
    @Nullable
    String code(Column column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        String code = Fold.code(text);
        if (code.isEmpty()) {
            error(column, shown(column), "编码", null);
            return null;
        }
        if (code.length() > CODE) {
            error(column, code.length() + " 字", "编码不超过 64 字", null);
            return null;
        }
        return code;
    }

    /** The phase; 一期 when empty. */
    String phase() {
        String phase = text(Column.PHASE, CODE);
        return phase == null ? PhaseRow.FIRST_PHASE : phase;
    }

    /** One of the allowed words; null when empty. */
    <E extends Enum<E>> @Nullable E word(Column column, E[] allowed, Function<E, String> label) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        String key = Fold.name(text);
        List<String> labels = Arrays.stream(allowed).map(label).toList();
        for (E each : allowed) {
            if (label.apply(each).equals(key)) {
                return each;
            }
        }
        error(column, shown(column), String.join(" / ", labels), Words.nearest(key, labels));
        return null;
    }

    /** The parts of a list: separated by ; ； 、 , ， or a line break. */
    List<String> list(Column column) {
        String text = text(column);
        List<String> parts = new ArrayList<>();
        if (text != null) {
            for (String part : split(text)) {
                if (part.length() > NAME) {
                    error(column, part.length() + " 字", "每项不超过 255 字", null);
                }
                parts.add(part);
            }
        }
        return List.copyOf(parts);
    }

    static List<String> split(String text) {
        return Arrays.stream(text.split("[;；、,，\n]"))
                .map(Fold::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A date; a bare number is none. */
    @Nullable
    LocalDate date(Column column) {
        RawCell cell = cells.get(column);
        Parsed<LocalDate> parsed = switch (cell) {
            case null -> null;
            case RawCell.Text it -> Dates.ofText(it.text(), year);
            case RawCell.Day it -> Dates.ofDay(it.date());
            default -> Dates.ofNumber(cell.shown());
        };
        return good(column, parsed);
    }

    /** A number as written, with its unit; 约 is a warning. */
    @Nullable
    Amount amount(Column column) {
        RawCell cell = cells.get(column);
        Parsed<Amount> parsed = switch (cell) {
            case null -> null;
            case RawCell.Text it -> Numbers.ofText(it.text());
            case RawCell.Number it -> Numbers.ofNumber(it.value());
            case RawCell.Percent it -> Numbers.ofPercent(it.fraction());
            default -> new Parsed.Bad<>(Numbers.EXPECTED, null);
        };
        Amount amount = good(column, parsed);
        if (amount != null && amount.approx()) {
            warning(column, shown(column), "约数,按 " + amount.number().toPlainString() + " 计入并标注“约”", null);
        }
        return amount;
    }

    /** A number that is not negative. */
    @Nullable
    Amount positiveAmount(Column column) {
        return notNegative(column, amount(column));
    }

    /** A number in this unit, rounded to 6 decimals; per cent as a fraction. */
    @Nullable
    BigDecimal in(Column column, @Nullable Amount amount, @Nullable MeasureUnit unit) {
        if (amount == null || unit == null) {
            return null;
        }
        if (!amount.fits(unit)) {
            error(column, shown(column), "可换算为“" + unit.name() + "”的单位", null);
            return null;
        }
        return amount.in(unit).orElseThrow().value();
    }

    /** A plain number without a unit, such as a weight; not negative. */
    @Nullable
    BigDecimal weight(Column column) {
        Amount amount = positiveAmount(column);
        if (amount == null) {
            return null;
        }
        if (amount.unit() != null && amount.unit().dimension() != MeasureUnit.Dimension.PERCENT) {
            error(column, shown(column), "不带单位的数字", amount.number().toPlainString());
            return null;
        }
        return amount.bare();
    }

    /** A whole number, optionally with one of these unit words. */
    @Nullable
    Integer whole(Column column, int least, Set<String> units) {
        Amount amount = amount(column);
        if (amount == null) {
            return null;
        }
        BigDecimal number = amount.number();
        MeasureUnit unit = amount.unit();
        boolean fits = (unit == null || units.contains(unit.name()))
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(1_000_000)) <= 0;
        if (!fits) {
            error(column, shown(column), least == 0 ? "不小于 0 的整数" : "整数", null);
            return null;
        }
        return number.intValueExact();
    }

    /** The unit named in a column; null when empty. */
    @Nullable
    MeasureUnit unit(Column column) {
        String text = text(column, 32);
        return text == null ? null : MeasureUnit.of(text);
    }

    private @Nullable Amount notNegative(Column column, @Nullable Amount amount) {
        if (amount != null && amount.number().signum() < 0) {
            error(column, shown(column), "不小于 0 的数字", amount.number().abs().toPlainString());
            return null;
        }
        return amount;
    }

    private <T> @Nullable T good(Column column, @Nullable Parsed<T> parsed) {
        return switch (parsed) {
            case null -> null;
            case Parsed.Good<T> it -> it.value();
            case Parsed.Bad<T> it -> {
                error(column, shown(column), it.expected(), it.suggestion());
                yield null;
            }
        };
    }

    private static int control(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lone = Character.isHighSurrogate(c)
                    ? i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                    : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
            if (isControl(c) || lone) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isControl(char c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\r')
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFFFE
                || c == 0xFFFF;
    }
}
