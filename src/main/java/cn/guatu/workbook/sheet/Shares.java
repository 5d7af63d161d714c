package cn.guatu.workbook.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 街道占比: one street name, or {@code 平湖街道:60%;南湾街道:40%}; per cent or fraction, exactly 100 % in all. */
final class Shares {

    static final String EXPECTED = "一个街道名,或 平湖街道:60%;南湾街道:40%,合计 100%";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Shares() {}

    static Parsed<List<StreetShare>> of(String text) {
        List<String> parts = RowCells.split(text);
        if (parts.size() == 1
                && parts.getFirst().indexOf(':') < 0
                && parts.getFirst().indexOf('：') < 0) {
            return parts.getFirst().matches(".*[0-9０-９.]+[%％].*")
                    ? bad(withColon(parts))
                    : new Parsed.Good<>(List.of(new StreetShare(parts.getFirst(), BigDecimal.ONE)));
        }
        List<String> names = new ArrayList<>();
        List<BigDecimal> numbers = new ArrayList<>();
        boolean allBare = true;
        Set<String> seen = new HashSet<>();
        for (String part : parts) {
            int colon = Math.max(part.lastIndexOf(':'), part.lastIndexOf('：'));
            String name = colon < 0 ? "" : Fold.trim(part.substring(0, colon));
            String share = colon < 0 ? "" : Fold.name(part.substring(colon + 1));
            boolean percent = share.endsWith("%");
            BigDecimal number = Numbers.safe(percent ? share.substring(0, share.length() - 1) : share);
            if (name.isEmpty() || number == null || name.length() > RowCells.CODE) {
                return bad(withColon(parts));
            }
            if (!seen.add(Fold.name(name))) {
                return new Parsed.Bad<>("每个街道只出现一次", null);
            }
            allBare &= !percent;
            names.add(name);
            numbers.add(percent ? number.movePointLeft(2) : number);
        }
        return checked(names, numbers, allBare);
    }

    private static Parsed<List<StreetShare>> checked(List<String> names, List<BigDecimal> numbers, boolean allBare) {
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean hundred = allBare && sum.compareTo(HUNDRED) == 0;
        List<StreetShare> shares = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            BigDecimal fraction = (hundred ? numbers.get(i).movePointLeft(2) : numbers.get(i)).stripTrailingZeros();
            if (fraction.signum() <= 0 || fraction.scale() > 12) {
                return new Parsed.Bad<>("每个占比大于 0,合计 100%", null);
            }
            shares.add(new StreetShare(names.get(i), fraction));
        }
        if (!hundred && sum.compareTo(BigDecimal.ONE) != 0) {
            String found = sum.movePointRight(2).stripTrailingZeros().toPlainString();
            return new Parsed.Bad<>("合计 100%(现为 " + found + "%)", null);
        }
        return new Parsed.Good<>(List.copyOf(shares));
    }

    private static Parsed<List<StreetShare>> bad(@Nullable String suggestion) {
        return new Parsed.Bad<>(EXPECTED, suggestion);
    }

    /** {@code 平湖街道60%} with its colon put in. */
    private static @Nullable String withColon(List<String> parts) {
        List<String> mended = new ArrayList<>();
        for (String part : parts) {
            String folded = Fold.name(part);
            String name = folded.replaceAll("[:(]?[0-9.]+%\\)?$", "");
            if (name.equals(folded) || name.isEmpty()) {
                return null;
            }
            mended.add(name + ":" + folded.substring(name.length()).replaceAll("[:()]", ""));
        }
        return mended.isEmpty() ? null : String.join(";", mended);
    }
}
