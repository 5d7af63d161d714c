package cn.guatu.planning.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.measure.Quantity;
import cn.guatu.platform.measure.WrittenAmount;
import cn.guatu.platform.time.WrittenDay;
import cn.guatu.project.Share;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What cells of the desk say, and how values are written into them; the same forms as in the workbook. */
public final class Written {

    /** The share of a street that has all of a phase. */
    private static final BigDecimal ALL = BigDecimal.ONE;

    /** A quantity and whether it was written with 约. */
    public record About(BigDecimal value, boolean approx) {}

    private Written() {}

    /** A day; null for an empty text. @throws Unreadable when it is none */
    public static @Nullable LocalDate day(String text, int year) {
        String folded = NameKey.of(text);
        if (folded.isEmpty()) {
            return null;
        }
        LocalDate day;
        try {
            day = WrittenDay.read(folded, year);
        } catch (DateTimeException notInTheCalendar) {
            LocalDate last = last(folded, year);
            throw new Unreadable("“" + text.strip() + "”不是存在的日期" + (last == null ? "。" : "，是否 " + last + "？"));
        }
        if (day == null) {
            throw new Unreadable("“" + text.strip() + "”不是日期，例如 2026-06-30、6月30日、6月底、三季度、年底。");
        }
        return day;
    }

    private static @Nullable LocalDate last(String folded, int year) {
        String last = WrittenDay.lastDay(folded, year);
        return last == null ? null : LocalDate.parse(last);
    }

    /** A quantity in the unit of its target; null for an empty text. @throws Unreadable when it is none */
    public static @Nullable About quantity(String text, String unit) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        boolean approx = stripped.startsWith("约");
        Amount amount = WrittenAmount.parse(approx ? stripped.substring(1) : stripped, null)
                .orElseThrow(() -> new Unreadable("“" + stripped + "”不是数量，例如 3.2、3.2公顷、48亩、约80。"));
        Quantity quantity = amount.in(MeasureUnit.of(unit))
                .orElseThrow(() -> new Unreadable("“" + stripped + "”不能换算为" + unit + "。"));
        if (quantity.value().signum() < 0) {
            throw new Unreadable("数量不能为负数。");
        }
        return new About(quantity.value(), approx);
    }

    /** A number of working days; null for an empty text. @throws Unreadable when it is none */
    public static @Nullable Integer duration(String text) {
        String folded = NameKey.of(text).replaceAll("(个?工作日|天)$", "");
        if (folded.isEmpty()) {
            return null;
        }
        if (!folded.matches("\\d{1,4}")) {
            throw new Unreadable("工期是工作日的整数，例如 20。");
        }
        return Integer.valueOf(folded);
    }

    /** 街道占比: one street, or {@code 平湖:60%;南湾:40%}. @throws Unreadable when the shares do not sum to 100 % */
    public static List<Share> shares(String text, Names names) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("[;；、,，\\n]")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        if (parts.isEmpty()) {
            throw new Unreadable("请填写街道；涉及几个街道的写成“平湖:60%;南湾:40%”。");
        }
        List<Share> shares = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String part : parts) {
            String[] sides = part.split("[:：]", 2);
            if (sides.length == 1 && parts.size() > 1) {
                throw new Unreadable("涉及几个街道，请写明各自占比，例如“平湖:60%;南湾:40%”。");
            }
            BigDecimal share = sides.length == 1 ? ALL : share(sides[1]);
            Unit street = names.unit(sides[0], Names.STREETS);
            if (shares.stream().anyMatch(each -> each.street().equals(street.id()))) {
                throw new Unreadable("街道“" + street.name() + "”出现了两次。");
            }
            shares.add(new Share(street.id(), share, shares.size()));
            sum = sum.add(share);
        }
        if (sum.compareTo(ALL) != 0) {
            throw new Unreadable("街道占比合计须为 100%，现为 "
                    + MeasureUnit.plain(sum.movePointRight(2)).toPlainString() + "%。");
        }
        return shares;
    }

    /** A share written in per cent, as a fraction above 0 and up to 1. @throws Unreadable when it is none */
    static BigDecimal share(String text) {
        String folded = NameKey.of(text);
        BigDecimal percent = WrittenAmount.parse(
                        folded.endsWith("%") ? folded.substring(0, folded.length() - 1) : folded, null)
                .filter(amount -> amount.unit() == null)
                .map(Amount::number)
                .orElseThrow(() -> new Unreadable("“" + text.strip() + "”不是占比，例如 60%。"));
        BigDecimal share = percent.movePointLeft(2);
        if (share.signum() <= 0 || share.compareTo(ALL) > 0) {
            throw new Unreadable("占比须大于 0、不超过 100%。");
        }
        return share;
    }

    /** Shares as {@link #shares} reads them. */
    public static String shares(List<Share> shares, Names names) {
        if (shares.size() == 1 && shares.getFirst().share().compareTo(ALL) == 0) {
            return names.unit(shares.getFirst().street());
        }
        return shares.stream()
                .map(share -> names.unit(share.street()) + ":"
                        + MeasureUnit.plain(share.share().movePointRight(2)).toPlainString() + "%")
                .collect(Collectors.joining(";"));
    }

    /** A quantity without its unit, as {@link #quantity} reads it; empty for null. */
    public static String quantity(@Nullable BigDecimal value, String unit, boolean approx) {
        if (value == null) {
            return "";
        }
        BigDecimal shown = "%".equals(unit) ? value.movePointRight(2) : value;
        return (approx ? "约" : "") + MeasureUnit.plain(shown).toPlainString();
    }

    /** The streets of shares. */
    public static List<UnitId> streets(List<Share> shares) {
        return shares.stream().map(Share::street).toList();
    }
}
