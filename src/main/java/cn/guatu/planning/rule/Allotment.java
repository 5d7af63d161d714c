package cn.guatu.planning.rule;

import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.target.Allocation;
import cn.guatu.target.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 目标分解 as somebody writes it down, by street and by department: quantities in any fitting unit, or shares of the target. Quantities may
 * leave a 缺口, which is shown; shares must sum to 100 % (semantics §5, §9).
 */
public final class Allotment {

    private static final int DIGITS = 6;

    private final Breakdown plan;
    private final Target target;

    private Allotment(Breakdown plan, Target target) {
        this.plan = plan;
        this.target = target;
    }

    /** The parts that a target has. */
    public static List<Allocation> of(Breakdown plan, Target target) {
        return plan.allocations().stream()
                .filter(part -> part.target().equals(target.id()))
                .toList();
    }

    /**
     * What the texts would change.
     *
     * @param texts by unit; an empty text is no part
     * @throws Unreadable when a text is no quantity, or shares do not sum to 100 %
     */
    public static Understanding of(Breakdown plan, Target target, Map<UnitId, String> texts) {
        Allotment allotment = new Allotment(plan, target);
        List<Allocation> before = of(plan, target);
        List<Allocation> after = new ArrayList<>(allotment.group(texts, true));
        after.addAll(allotment.group(texts, false));
        return new HashSet<>(before).equals(new HashSet<>(after))
                ? Understanding.nothing()
                : new Understanding(
                        new PlanStep(
                                "分解“" + target.name() + "”",
                                List.of(new PlanChange.OfAllocations(target.id(), before, after))),
                        List.of(),
                        List.of());
    }

    /** How the parts of the streets, or of the departments, stand to the target. @throws Unreadable like {@link #of} */
    public static String inWords(Breakdown plan, Target target, Map<UnitId, String> texts, boolean streets) {
        List<Allocation> parts = new Allotment(plan, target).group(texts, streets);
        if (parts.isEmpty()) {
            return "未分解，按项目计划计算。";
        }
        BigDecimal sum = parts.stream().map(Allocation::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        String words = "合计 " + written(sum, target.unit());
        @Nullable BigDecimal whole = value(plan, target);
        if (whole == null) {
            return words + "，目标值未定。";
        }
        BigDecimal gap = whole.subtract(sum);
        return words
                + switch (gap.signum()) {
                    case 0 -> "，与目标一致。";
                    case 1 -> "，比目标少 " + written(gap, target.unit()) + "。";
                    default -> "，比目标多 " + written(gap.negate(), target.unit()) + "。";
                };
    }

    private List<Allocation> group(Map<UnitId, String> texts, boolean streets) {
        Map<Unit, String> filled = new LinkedHashMap<>();
        for (Unit unit : plan.units()) {
            String text = texts.getOrDefault(unit.id(), "").strip();
            if (!text.isEmpty() && (unit.kind() == UnitKind.STREET) == streets) {
                filled.put(unit, text.replace('％', '%'));
            }
        }
        boolean shares = !"%".equals(target.unit()) && filled.values().stream().anyMatch(text -> text.endsWith("%"));
        return shares ? shared(filled) : quantities(filled);
    }

    private List<Allocation> quantities(Map<Unit, String> filled) {
        List<Allocation> parts = new ArrayList<>();
        filled.forEach((unit, text) -> {
            Written.About part = Objects.requireNonNull(Written.quantity(text, target.unit()));
            parts.add(new Allocation(target.id(), unit.id(), part.value(), part.approx()));
        });
        return parts;
    }

    /** What rounding leaves goes to the first unit, so that parts add up (semantics §9). */
    private List<Allocation> shared(Map<Unit, String> filled) {
        @Nullable BigDecimal whole = value(plan, target);
        if (whole == null) {
            throw new Unreadable("“" + target.name() + "”还没有目标值，不能按占比分解；请先填目标值，或直接填数量。");
        }
        Map<Unit, BigDecimal> shares = new LinkedHashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Unit, String> each : filled.entrySet()) {
            if (!each.getValue().endsWith("%")) {
                throw new Unreadable("“" + each.getKey().name() + "”填的是数量，其他填的是占比；请统一填占比或统一填数量。");
            }
            BigDecimal share = Written.share(each.getValue());
            shares.put(each.getKey(), share);
            sum = sum.add(share);
        }
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new Unreadable(
                    "占比合计须为 100%，现为 " + MeasureUnit.plain(sum.movePointRight(2)).toPlainString() + "%。");
        }
        List<Allocation> parts = new ArrayList<>();
        BigDecimal left = whole;
        for (Map.Entry<Unit, BigDecimal> each : shares.entrySet()) {
            BigDecimal part = whole.multiply(each.getValue()).setScale(DIGITS, RoundingMode.HALF_UP);
            left = left.subtract(part);
            parts.add(new Allocation(target.id(), each.getKey().id(), part, false));
        }
        Allocation first = parts.getFirst();
        parts.set(0, new Allocation(first.target(), first.unit(), first.value().add(left), false));
        return parts;
    }

    private static @Nullable BigDecimal value(Breakdown plan, Target target) {
        return plan.values().containsKey(target.id())
                ? Objects.requireNonNull(plan.values().get(target.id())).value()
                : null;
    }

    private static String written(BigDecimal value, String unit) {
        return Written.quantity(value, unit, false) + " " + unit;
    }
}
