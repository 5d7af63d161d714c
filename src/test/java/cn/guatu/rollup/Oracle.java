package cn.guatu.rollup;

import cn.guatu.project.PlanNature;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures the slow and obvious way: every one by walking through every row and every node again. Shares no code with the product. */
final class Oracle {

    private static final MathContext MANY = new MathContext(60);

    private final World world;
    private final int year;
    private final LocalDate cutOff;

    Oracle(World world, int year, LocalDate cutOff) {
        this.world = world;
        this.year = year;
        this.cutOff = cutOff;
    }

    /** Null street: all; null department: all. */
    record Where(@Nullable String street, @Nullable String department) {
        static final Where ALL = new Where(null, null);

        boolean has(String itsStreet, String itsLead) {
            return (street == null || street.equals(itsStreet)) && (department == null || department.equals(itsLead));
        }
    }

    @Nullable
    BigDecimal targetInForce(String code) {
        World.V best = null;
        for (World.V version : world.versions) {
            if (version.target().equals(code) && !version.from().isAfter(cutOff)) {
                boolean wins = best == null
                        || version.from().isAfter(best.from())
                        || (version.from().equals(best.from())
                                && version.status().ordinal() >= best.status().ordinal());
                best = wins ? version : best;
            }
        }
        return best == null ? null : best.value();
    }

    @Nullable
    BigDecimal denominator(String code, Where where) {
        if (where.equals(Where.ALL)) {
            return targetInForce(code);
        }
        if (where.street() == null || where.department() == null) {
            String unit = where.street() == null ? where.department() : where.street();
            BigDecimal part = world.allocations.getOrDefault(code, Map.of()).get(unit);
            if (part != null) {
                return part;
            }
        }
        return planned(code, where);
    }

    @Nullable
    BigDecimal planned(String code, Where where) {
        BigDecimal sum = null;
        for (World.N node : world.nodes) {
            World.P phase = world.phase(node.project());
            if (!code.equals(node.target()) || node.quantity() == null || phase.nature() != PlanNature.PLANNED) {
                continue;
            }
            for (var share : phase.sharesOn(cutOff).entrySet()) {
                if (where.has(share.getKey(), phase.lead())) {
                    BigDecimal part = node.quantity().multiply(share.getValue());
                    sum = sum == null ? part : sum.add(part);
                }
            }
        }
        return sum;
    }

    /** Rows that count for exactly this target: all by the cut-off, of a STOCK only the latest of each phase that stands. */
    private List<World.R> rows(String code) {
        List<World.R> byThen = new ArrayList<>();
        for (World.R row : world.rows) {
            if (row.target().equals(code) && !row.occurredOn().isAfter(cutOff)) {
                byThen.add(row);
            }
        }
        if (world.target(code).kind() != TargetKind.STOCK) {
            return byThen;
        }
        List<World.R> latest = new ArrayList<>();
        for (World.P phase : world.phases) {
            World.R best = null;
            for (World.R row : byThen) {
                if (row.project().equals(phase.project())
                        && stands(row)
                        && (best == null || !row.occurredOn().isBefore(best.occurredOn()))) {
                    best = row;
                }
            }
            if (best != null) {
                latest.add(best);
            }
        }
        return latest;
    }

    private boolean stands(World.R row) {
        return row.reverses() == null
                && world.rows.stream()
                        .noneMatch(other -> other.reverses() != null
                                && other.reverses() == row.id()
                                && !other.occurredOn().isAfter(cutOff));
    }

    private List<String> withParts(String code) {
        List<String> all = new ArrayList<>(List.of(code));
        for (World.T target : world.targets) {
            if (code.equals(target.parent()) && target.ofWhich() == OfWhich.PARTITION) {
                all.addAll(withParts(target.code()));
            }
        }
        return all;
    }

    boolean hasRows(String code, Where where) {
        return withParts(code).stream()
                .flatMap(each -> rows(each).stream())
                .anyMatch(row -> row.shares().keySet().stream()
                        .anyMatch(street ->
                                where.has(street, world.phase(row.project()).lead())));
    }

    @Nullable
    BigDecimal achieved(String code, Where where) {
        World.T target = world.target(code);
        if (target.kind() == TargetKind.MILESTONE) {
            BigDecimal share = milestoneShare(code, where);
            BigDecimal of = denominator(code, where);
            return share == null || of == null ? null : share.multiply(of);
        }
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal denominators = BigDecimal.ZERO;
        boolean any = false;
        for (String each : withParts(code)) {
            for (World.R row : rows(each)) {
                for (var share : row.shares().entrySet()) {
                    if (where.has(share.getKey(), world.phase(row.project()).lead())) {
                        any = true;
                        quantity = quantity.add(row.quantity().multiply(share.getValue()));
                        if (row.denominator() != null) {
                            denominators = denominators.add(row.denominator().multiply(share.getValue()));
                        }
                    }
                }
            }
        }
        return switch (target.kind()) {
            case FLOW -> quantity;
            case STOCK -> any ? quantity : null;
            case RATIO -> denominators.signum() == 0 ? null : quantity.divide(denominators, MANY);
            case MILESTONE -> throw new IllegalStateException();
        };
    }

    /** 涉及全额 of a street. */
    @Nullable
    BigDecimal involved(String code, String street) {
        World.T target = world.target(code);
        if (target.kind() == TargetKind.MILESTONE || achieved(code, new Where(street, null)) == null) {
            return null;
        }
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal denominators = BigDecimal.ZERO;
        for (String each : withParts(code)) {
            for (World.R row : rows(each)) {
                if (row.shares().containsKey(street)) {
                    quantity = quantity.add(row.quantity());
                    denominators = denominators.add(row.denominator() == null ? BigDecimal.ZERO : row.denominator());
                }
            }
        }
        return target.kind() == TargetKind.RATIO ? quantity.divide(denominators, MANY) : quantity;
    }

    private List<World.N> nodes(String code, Where where) {
        List<World.N> nodes = new ArrayList<>();
        for (World.N node : world.nodes) {
            World.P phase = world.phase(node.project());
            if (code.equals(node.target())
                    && phase.sharesOn(cutOff).keySet().stream().anyMatch(street -> where.has(street, phase.lead()))) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private static BigDecimal weight(World.N node) {
        return node.weight() == null ? BigDecimal.ONE : node.weight();
    }

    @Nullable
    BigDecimal milestoneShare(String code, Where where) {
        BigDecimal done = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (World.N node : nodes(code, where)) {
            all = all.add(weight(node));
            if (node.actual() != null && !node.actual().isAfter(cutOff)) {
                done = done.add(weight(node));
            }
        }
        return all.signum() == 0 ? null : done.divide(all, MANY);
    }

    @Nullable
    BigDecimal rate(String code, Where where) {
        World.T target = world.target(code);
        BigDecimal inForce = targetInForce(code);
        BigDecimal of = denominator(code, where);
        if (of != null && of.signum() == 0) {
            return null;
        }
        if (target.kind() == TargetKind.MILESTONE) {
            if (inForce == null || inForce.signum() == 0) {
                return null;
            }
            return milestoneShare(code, where);
        }
        BigDecimal achieved = achieved(code, where);
        if (of == null || achieved == null) {
            return null;
        }
        if (target.direction() == Direction.DOWN) {
            if (target.base() == null || target.base().compareTo(of) == 0) {
                return null;
            }
            return target.base().subtract(achieved).divide(target.base().subtract(of), MANY);
        }
        return achieved.divide(of, MANY);
    }

    int missing(String code, Where where) {
        int missing = 0;
        for (World.N node : nodes(code, where)) {
            boolean done = node.actual() != null && !node.actual().isAfter(cutOff);
            boolean recognised = world.rows.stream()
                    .anyMatch(row -> row.project().equals(node.project())
                            && node.name().equals(row.node())
                            && !row.occurredOn().isAfter(cutOff)
                            && stands(row));
            if (!node.planned().isAfter(cutOff) && !done && !recognised) {
                missing++;
            }
        }
        return missing;
    }

    private int completedMonths() {
        int completed = 0;
        for (int month = 1; month <= 12; month++) {
            if (!YearMonth.of(year, month).atEndOfMonth().isAfter(cutOff)) {
                completed = month;
            }
        }
        return completed;
    }

    @Nullable
    BigDecimal expected(String code) {
        return switch (world.target(code).pace()) {
            case MONTH_LINEAR -> BigDecimal.valueOf(completedMonths()).divide(BigDecimal.valueOf(12), MANY);
            case DAY_LINEAR -> {
                LocalDate day = LocalDate.of(year - 1, 12, 31);
                int passed = 0;
                int days = LocalDate.of(year, 1, 1).lengthOfYear();
                while (passed < days && day.isBefore(cutOff)) {
                    day = day.plusDays(1);
                    passed++;
                }
                yield BigDecimal.valueOf(passed).divide(BigDecimal.valueOf(days), MANY);
            }
            case PLAN_CURVE -> overTarget(code, atMonthEnd(code, completedMonths()));
            case PLAN_CURVE_INTERPOLATED -> {
                BigDecimal before = atMonthEnd(code, completedMonths());
                if (before == null || completedMonths() == 12 || cutOff.getYear() < year) {
                    yield overTarget(code, before);
                }
                YearMonth open = YearMonth.of(year, completedMonths() + 1);
                BigDecimal after = atMonthEnd(code, completedMonths() + 1);
                BigDecimal days = BigDecimal.ZERO;
                for (LocalDate day = open.atDay(1); !day.isAfter(cutOff); day = day.plusDays(1)) {
                    days = days.add(BigDecimal.ONE);
                }
                yield overTarget(
                        code,
                        before.add(after.subtract(before)
                                .multiply(days)
                                .divide(BigDecimal.valueOf(open.lengthOfMonth()), MANY)));
            }
            case NODE -> {
                BigDecimal due = BigDecimal.ZERO;
                BigDecimal all = BigDecimal.ZERO;
                for (World.N node : nodes(code, Where.ALL)) {
                    all = all.add(weight(node));
                    due = node.planned().isAfter(cutOff) ? due : due.add(weight(node));
                }
                yield all.signum() == 0 ? null : due.divide(all, MANY);
            }
        };
    }

    private @Nullable BigDecimal atMonthEnd(String code, int month) {
        TreeMap<Integer, BigDecimal> plan = world.plans.get(code);
        if (plan == null || plan.isEmpty()) {
            return null;
        }
        BigDecimal value = BigDecimal.ZERO;
        for (int each = 1; each <= month; each++) {
            value = plan.getOrDefault(each, value);
        }
        return value;
    }

    private @Nullable BigDecimal overTarget(String code, @Nullable BigDecimal planned) {
        BigDecimal target = targetInForce(code);
        return planned == null || target == null || target.signum() == 0 ? null : planned.divide(target, MANY);
    }

    Light light(String code, Where where) {
        BigDecimal rate = rate(code, where);
        BigDecimal expected = expected(code);
        BigDecimal achieved = achieved(code, where);
        if (rate == null) {
            return Light.GREY;
        }
        if (rate.compareTo(BigDecimal.ONE) >= 0) {
            return Light.DONE;
        }
        if (expected == null) {
            return Light.GREY;
        }
        if (expected.signum() == 0 && achieved != null && achieved.signum() == 0) {
            return Light.NOT_DUE;
        }
        double points = rate.subtract(expected)
                .movePointRight(2)
                .round(new MathContext(15))
                .doubleValue();
        return points >= 0 ? Light.GREEN : points >= -10 ? Light.YELLOW : points >= -30 ? Light.ORANGE : Light.RED;
    }

    /** Rate and expectation of the mean, and how many of how many have no rate. */
    record Mean(@Nullable BigDecimal rate, @Nullable BigDecimal expected, int targets, int withoutRate) {}

    Mean mean(Where where) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal paces = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal allPaces = BigDecimal.ZERO;
        int targets = 0;
        int without = 0;
        for (World.T target : world.targets) {
            if (target.parent() != null || !listed(target.code(), where)) {
                continue;
            }
            targets++;
            BigDecimal rate = rate(target.code(), where);
            BigDecimal expected = expected(target.code());
            BigDecimal weight = target.weight() == null ? BigDecimal.ONE : target.weight();
            if (rate == null) {
                without++;
                continue;
            }
            sum = sum.add(weight.multiply(rate.min(BigDecimal.ONE)));
            all = all.add(weight);
            if (expected != null) {
                paces = paces.add(weight.multiply(expected.min(BigDecimal.ONE)));
                allPaces = allPaces.add(weight);
            }
        }
        return new Mean(
                all.signum() == 0 ? null : sum.divide(all, MANY),
                allPaces.signum() == 0 ? null : paces.divide(allPaces, MANY),
                targets,
                without);
    }

    boolean listed(String code, Where where) {
        if (where.equals(Where.ALL)) {
            return true;
        }
        boolean allocated = (where.street() == null || where.department() == null)
                && world.allocations
                        .getOrDefault(code, Map.of())
                        .containsKey(where.street() == null ? where.department() : where.street());
        boolean milestone = world.target(code).kind() == TargetKind.MILESTONE
                && !nodes(code, where).isEmpty();
        return allocated || milestone || planned(code, where) != null || hasRows(code, where);
    }

    Set<Where> everywhere(boolean byStreet, boolean byDepartment, List<String> streets, List<String> departments) {
        Set<Where> all = new LinkedHashSet<>();
        for (String street : streets) {
            for (String department : departments) {
                all.add(new Where(byStreet ? street : null, byDepartment ? department : null));
            }
        }
        return all;
    }
}
