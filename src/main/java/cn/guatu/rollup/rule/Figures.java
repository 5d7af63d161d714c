package cn.guatu.rollup.rule;

import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.PlanNature;
import cn.guatu.rollup.Basis;
import cn.guatu.rollup.By;
import cn.guatu.rollup.Light;
import cn.guatu.target.Direction;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every figure of a year at one cut-off, for one way of breaking it down (semantics §3–9). The facts are walked through once; then
 * each figure is a look-up and a handful of decimal operations.
 */
public final class Figures {

    private final YearFacts facts;
    private final LocalDate cutOff;
    private final View view;
    private final Set<By> by;
    private final TargetTree tree;
    private final Map<TargetId, Map<Scope, Tally>> tallies = new HashMap<>();
    private final Map<TargetId, List<YearFacts.Node>> nodes = new HashMap<>();

    /**
     * Counts everything up.
     *
     * @param by what to break down by; empty: the whole of what the view sees
     */
    public Figures(YearFacts facts, LedgerSums ledger, LocalDate cutOff, View view, Set<By> by, WorkCalendar calendar) {
        this.facts = facts;
        this.cutOff = cutOff;
        this.view = view;
        this.by = Set.copyOf(by);
        this.tree = new TargetTree(facts.targets());
        for (LedgerSums.Sum sum : ledger.sums()) {
            if (view.sees(sum.street(), sum.department())) {
                tally(sum.target(), scopeOf(sum.street(), sum.department())).add(sum);
            }
        }
        for (YearFacts.Node node : facts.nodes()) {
            if (node.target() != null) {
                nodes.computeIfAbsent(node.target(), target -> new ArrayList<>())
                        .add(node);
                count(node, node.target(), ledger, calendar);
            }
        }
    }

    /** The targets of the year, with their parents and parts. */
    public TargetTree tree() {
        return tree;
    }

    /** The version of the target in force at the cut-off; null when there is none. */
    public YearFacts.@Nullable Version versionOf(YearFacts.Target target) {
        return VersionInForce.at(cutOff, facts.versions().getOrDefault(target.id(), List.of()))
                .orElse(null);
    }

    /** The scopes that have something of this target: an allocation, a planned quantity, a row, or a node of a MILESTONE. */
    public Set<Scope> scopes(YearFacts.Target target) {
        Set<Scope> scopes = new HashSet<>();
        for (YearFacts.Target counted : tree.countedIn(target)) {
            scopes.addAll(tallies.getOrDefault(counted.id(), Map.of()).keySet());
        }
        if (by.size() == 1) {
            for (UnitId unit : allocationsOf(target).keySet()) {
                if (isStreet(unit) == by.contains(By.STREET) && view.seesAllOf(unit)) {
                    scopes.add(isStreet(unit) ? new Scope(unit, null) : new Scope(null, unit));
                }
            }
        }
        scopes.removeIf(scope -> !figure(target, scope).listed());
        return scopes;
    }

    /** The figure of a target in a scope; for {@link Scope#DISTRICT} of a limited view, the figure of what the view sees. */
    public Figure figure(YearFacts.Target target, Scope scope) {
        YearFacts.Version version = versionOf(target);
        BigDecimal inForce = version == null ? null : version.value();
        Tally own = tallyOf(target, scope);
        Denominator of = denominator(target, scope, inForce);
        boolean hasParts = !tree.partsOf(target).isEmpty();

        Tally ledger = withParts(target, scope);
        BigDecimal achieved = achieved(target, scope);
        BigDecimal rate = rate(target, scope, inForce, of.value(), achieved);
        NavigableMap<Integer, BigDecimal> plan = facts.plans().get(target.id());
        BigDecimal planned = planned(target, plan, inForce);
        BigDecimal expected = expected(target, planned);
        LightRule.Verdict verdict = LightRule.DEFAULT.judge(rate, expected, achieved, whyAbsent(inForce, of, achieved));
        return new Figure(
                version,
                of.value(),
                of.basis(),
                achieved,
                ledger.quantity,
                ledger.denominator,
                hasParts ? ownValue(target, own, of.value()) : null,
                rate,
                expected,
                planned,
                rate == null || expected == null ? null : rate.subtract(expected),
                verdict.light(),
                verdict.reason(),
                own.missing,
                own.worst,
                achieved == null ? null : involved(target, ledger),
                ledger.recent,
                own.planned,
                isListed(target, scope, own, ledger));
    }

    /** MONTH_LINEAR at the cut-off, whatever the method of a target. */
    public BigDecimal linear() {
        return Expectation.monthLinear(facts.year(), cutOff);
    }

    /** Whether the node was due and has delivered neither an actual date nor a recognition (semantics §4). */
    public static boolean isMissing(YearFacts.Node node, LocalDate cutOff, LedgerSums ledger) {
        return !node.planned().isAfter(cutOff)
                && node.actualBy(cutOff) == null
                && !ledger.recognised().contains(node.id());
    }

    private void count(YearFacts.Node node, TargetId target, LedgerSums ledger, WorkCalendar calendar) {
        YearFacts.Phase phase = node.phase();
        Set<Scope> touched = new HashSet<>();
        for (YearFacts.Share share : phase.sharesOn(cutOff)) {
            if (!view.sees(share.street(), phase.lead())) {
                continue;
            }
            Scope scope = scopeOf(share.street(), phase.lead());
            touched.add(scope);
            // 储备 and 计划外 never enter a denominator (§5a); what they achieve is in the ledger and counts.
            if (node.quantity() != null && phase.nature() == PlanNature.PLANNED) {
                tally(target, scope).addPlanned(node.quantity().multiply(share.share()));
            }
        }
        if (touched.isEmpty()) {
            return;
        }
        boolean done = node.actualBy(cutOff) != null;
        boolean missing = isMissing(node, cutOff, ledger);
        Light light = NodeLight.lightOf(node, cutOff, calendar);
        touched.forEach(scope -> tally(target, scope).addNode(node.weightOrOne(), done, missing, light));
    }

    private Scope scopeOf(UnitId street, UnitId department) {
        if (by.isEmpty()) {
            return Scope.DISTRICT;
        }
        return new Scope(by.contains(By.STREET) ? street : null, by.contains(By.DEPARTMENT) ? department : null);
    }

    private Tally tally(TargetId target, Scope scope) {
        return tallies.computeIfAbsent(target, each -> new HashMap<>()).computeIfAbsent(scope, each -> new Tally());
    }

    private Tally tallyOf(YearFacts.Target target, Scope scope) {
        return tallies.getOrDefault(target.id(), Map.of()).getOrDefault(scope, Tally.NOTHING);
    }

    /** The ledger of the target with its PARTITION parts of the same kind; a RATIO so becomes the ratio of all the sums. */
    private Tally withParts(YearFacts.Target target, Scope scope) {
        List<YearFacts.Target> counted = tree.countedIn(target);
        if (counted.size() == 1) {
            return tallyOf(target, scope);
        }
        Tally all = new Tally();
        counted.forEach(each -> all.addLedgerOf(tallyOf(each, scope)));
        return all;
    }

    private @Nullable BigDecimal achieved(YearFacts.Target target, Scope scope) {
        if (target.kind() == TargetKind.RATIO) {
            Tally all = withParts(target, scope);
            return all.denominator.signum() == 0 ? null : Exact.divide(all.quantity, all.denominator);
        }
        List<YearFacts.Target> parts = tree.partsOf(target);
        BigDecimal sum = null;
        for (YearFacts.Target part : parts) {
            if (part.kind() != TargetKind.RATIO) {
                sum = Exact.plus(sum, achieved(part, scope));
            }
        }
        if (target.kind() == TargetKind.MILESTONE && sum != null) {
            // A milestone has no ledger rows of its own to add: its parts make up the whole.
            return sum;
        }
        YearFacts.Version version = versionOf(target);
        BigDecimal of = denominator(target, scope, version == null ? null : version.value())
                .value();
        return Exact.plus(sum, ownValue(target, tallyOf(target, scope), of));
    }

    /** What is booked on the target itself, without its parts. */
    private @Nullable BigDecimal ownValue(YearFacts.Target target, Tally own, @Nullable BigDecimal of) {
        return switch (target.kind()) {
            case FLOW -> own.quantity;
            case STOCK -> own.hasRows ? own.quantity : null;
            case RATIO -> own.denominator.signum() == 0 ? null : Exact.divide(own.quantity, own.denominator);
            case MILESTONE ->
                own.weight.signum() == 0 || of == null ? null : Exact.divide(own.weightDone.multiply(of), own.weight);
        };
    }

    private @Nullable BigDecimal rate(
            YearFacts.Target target,
            Scope scope,
            @Nullable BigDecimal inForce,
            @Nullable BigDecimal of,
            @Nullable BigDecimal achieved) {
        if (of != null && of.signum() == 0) {
            return null;
        }
        if (target.kind() == TargetKind.MILESTONE && tree.partsOf(target).isEmpty()) {
            if (inForce == null || inForce.signum() == 0) {
                return null;
            }
            // The share of the nodes in scope needs no denominator of the unit.
            Tally own = tallyOf(target, scope);
            return own.weight.signum() == 0 ? null : Exact.divide(own.weightDone, own.weight);
        }
        if (of == null || achieved == null) {
            return null;
        }
        if (target.direction() == Direction.DOWN
                && (target.kind() == TargetKind.STOCK || target.kind() == TargetKind.RATIO)) {
            BigDecimal base = target.baseValue();
            return base == null || base.compareTo(of) == 0
                    ? null
                    : Exact.divide(base.subtract(achieved), base.subtract(of));
        }
        return Exact.divide(achieved, of);
    }

    private record Denominator(
            @Nullable BigDecimal value, @Nullable Basis basis) {

        static final Denominator ABSENT = new Denominator(null, null);

        static Denominator planned(@Nullable BigDecimal value) {
            return value == null ? ABSENT : new Denominator(value, Basis.PLANNED);
        }
    }

    private Denominator denominator(YearFacts.Target target, Scope scope, @Nullable BigDecimal inForce) {
        if (scope.equals(Scope.DISTRICT)) {
            return view.everything() ? new Denominator(inForce, null) : denominatorOfView(target);
        }
        UnitId unit = scope.unit();
        if (unit != null && view.seesAllOf(unit)) {
            BigDecimal allocated = allocationsOf(target).get(unit);
            if (allocated != null) {
                return new Denominator(allocated, Basis.ALLOCATED);
            }
        }
        return Denominator.planned(tallyOf(target, scope).planned);
    }

    /** What a limited view answers for: its departments, or its streets, each by §5a; with both, what is planned there. */
    private Denominator denominatorOfView(YearFacts.Target target) {
        if (!view.departments().isEmpty() && !view.streets().isEmpty()) {
            return Denominator.planned(tallyOf(target, Scope.DISTRICT).planned);
        }
        boolean allocated = false;
        BigDecimal sum = null;
        for (UnitId unit : view.departments().isEmpty() ? view.streets() : view.departments()) {
            BigDecimal part = allocationsOf(target).get(unit);
            allocated |= part != null;
            sum = Exact.plus(sum, part != null ? part : plannedOf(target, unit));
        }
        return allocated ? new Denominator(sum, Basis.ALLOCATED) : Denominator.planned(sum);
    }

    private @Nullable BigDecimal plannedOf(YearFacts.Target target, UnitId unit) {
        BigDecimal sum = null;
        for (YearFacts.Node node : nodes.getOrDefault(target.id(), List.of())) {
            if (node.quantity() == null || node.phase().nature() != PlanNature.PLANNED) {
                continue;
            }
            for (YearFacts.Share share : node.phase().sharesOn(cutOff)) {
                if (share.street().equals(unit) || node.phase().lead().equals(unit)) {
                    sum = Exact.plus(sum, node.quantity().multiply(share.share()));
                }
            }
        }
        return sum;
    }

    private @Nullable BigDecimal planned(
            YearFacts.Target target, @Nullable NavigableMap<Integer, BigDecimal> plan, @Nullable BigDecimal inForce) {
        if (plan == null || plan.isEmpty() || inForce == null || inForce.signum() == 0) {
            return null;
        }
        BigDecimal by = switch (target.pace()) {
            case PLAN_CURVE_INTERPOLATED -> Expectation.interpolated(plan, facts.year(), cutOff);
            case MONTH_LINEAR, DAY_LINEAR, PLAN_CURVE, NODE -> Expectation.step(plan, facts.year(), cutOff);
        };
        return Exact.divide(by, inForce);
    }

    private @Nullable BigDecimal expected(YearFacts.Target target, @Nullable BigDecimal planned) {
        return switch (target.pace()) {
            case MONTH_LINEAR -> linear();
            case DAY_LINEAR -> Expectation.dayLinear(facts.year(), cutOff);
            case PLAN_CURVE, PLAN_CURVE_INTERPOLATED -> planned;
            case NODE -> Expectation.byNodes(nodes.getOrDefault(target.id(), List.of()), cutOff);
        };
    }

    private static @Nullable BigDecimal involved(YearFacts.Target target, Tally ledger) {
        return switch (target.kind()) {
            case FLOW, STOCK -> ledger.involved;
            case RATIO ->
                ledger.involvedDenominator.signum() == 0
                        ? null
                        : Exact.divide(ledger.involved, ledger.involvedDenominator);
            case MILESTONE -> null;
        };
    }

    private boolean isListed(YearFacts.Target target, Scope scope, Tally own, Tally ledger) {
        if (own.planned != null || ledger.hasRows || (target.kind() == TargetKind.MILESTONE && own.nodes > 0)) {
            return true;
        }
        Map<UnitId, BigDecimal> allocations = allocationsOf(target);
        if (scope.equals(Scope.DISTRICT)) {
            return view.everything() || allocations.keySet().stream().anyMatch(view::seesAllOf);
        }
        UnitId unit = scope.unit();
        return unit != null && view.seesAllOf(unit) && allocations.containsKey(unit);
    }

    private Map<UnitId, BigDecimal> allocationsOf(YearFacts.Target target) {
        return facts.allocations().getOrDefault(target.id(), Map.of());
    }

    private boolean isStreet(UnitId unit) {
        YearFacts.Unit known = facts.units().get(unit);
        return known != null && known.kind() == UnitKind.STREET;
    }

    private static String whyAbsent(@Nullable BigDecimal inForce, Denominator of, @Nullable BigDecimal achieved) {
        if (of.value() != null && of.value().signum() == 0) {
            return "目标值为0";
        }
        if (of.value() == null) {
            return inForce == null ? "截止日没有生效的目标值" : "没有分解的目标，项目节点也没有计划数量";
        }
        return achieved == null ? "截止日之前未报" : "缺少基期值，或基期值等于目标值";
    }
}
