package cn.guatu.scheduling;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.SchedulePlan;
import cn.guatu.project.ScheduleService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.scheduling.rule.Coverage;
import cn.guatu.security.AccessScope;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * 储备: what stands beside the plan, how far it covers the targets, and who could stand in (semantics §11). It is about the district as a
 * whole: a target is covered or not.
 */
@Service
public class ReservePool {

    private final ReserveQueries queries;
    private final ReserveStore store;
    private final ProjectService projects;
    private final ScheduleService schedules;
    private final TargetService targets;
    private final RollupService rollup;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    ReservePool(
            ReserveQueries queries,
            ReserveStore store,
            ProjectService projects,
            ScheduleService schedules,
            TargetService targets,
            RollupService rollup,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.projects = projects;
        this.schedules = schedules;
        this.targets = targets;
        this.rollup = rollup;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /** The pool of a year: phases that are not in the plan, and those that came into it from the pool. */
    public List<ReserveEntry> pool(int year) {
        return transactions.readOnly(() -> {
            Map<PhaseId, ReserveQueries.Place> places = queries.places(year);
            Map<PhaseId, Map<TargetId, BigDecimal>> expected = expected(year);
            return projects.phases(year).stream()
                    .filter(phase -> phase.nature() != PlanNature.PLANNED || places.containsKey(phase.id()))
                    .map(phase -> entry(phase, places.get(phase.id()), expected.getOrDefault(phase.id(), Map.of())))
                    .toList();
        });
    }

    /** The nature of a phase may have been changed elsewhere since it was placed: then the nature decides. */
    private static ReserveEntry entry(
            Phase phase, ReserveQueries.@Nullable Place place, Map<TargetId, BigDecimal> expected) {
        boolean fits = place != null && place.state().nature() == phase.nature();
        PoolState state = place != null && fits ? place.state() : PoolState.of(phase.nature());
        return new ReserveEntry(
                phase,
                state,
                place != null && fits ? place.probability() : state.usualProbability(),
                fits,
                place == null ? null : place.remark(),
                expected,
                place == null ? 0 : place.version());
    }

    private Map<PhaseId, Map<TargetId, BigDecimal>> expected(int year) {
        Map<PhaseId, Map<TargetId, BigDecimal>> expected = new HashMap<>();
        for (Node node : projects.nodes(year)) {
            if (node.target() != null && node.quantity() != null) {
                expected.computeIfAbsent(node.phase(), id -> new HashMap<>())
                        .merge(node.target(), node.quantity(), BigDecimal::add);
            }
        }
        return expected;
    }

    /** How far each target that counts quantities is covered, in the order of the plan. */
    public Map<Target, Coverage> coverage(int year) {
        return transactions.readOnly(() -> {
            Map<String, TargetFigure> figures = figures(year);
            Map<PhaseId, Map<TargetId, BigDecimal>> expected = expected(year);
            List<ReserveEntry> pool = pool(year);
            List<Phase> planned = planned(year);
            Map<Target, Coverage> coverage = new LinkedHashMap<>();
            for (Target target : targets.targets(year)) {
                BigDecimal inPlan = planned.stream()
                        .map(phase ->
                                expected.getOrDefault(phase.id(), Map.of()).getOrDefault(target.id(), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                List<Coverage.Part> parts = parts(pool, target.id());
                TargetFigure figure = figures.get(target.code());
                if (inPlan.signum() > 0 || !parts.isEmpty()) {
                    coverage.put(target, Coverage.of(figure == null ? null : figure.target(), inPlan, parts));
                }
            }
            return coverage;
        });
    }

    private List<Phase> planned(int year) {
        return projects.phases(year).stream()
                .filter(phase -> phase.nature() == PlanNature.PLANNED)
                .toList();
    }

    private static List<Coverage.Part> parts(List<ReserveEntry> pool, TargetId target) {
        return pool.stream()
                .filter(entry -> entry.state() != PoolState.LEFT && entry.state() != PoolState.LISTED)
                .filter(entry -> entry.expected().containsKey(target))
                .map(entry -> new Coverage.Part(
                        Objects.requireNonNull(entry.expected().get(target)), entry.probability()))
                .toList();
    }

    private Map<String, TargetFigure> figures(int year) {
        LocalDate today = clock.today();
        LocalDate last = LocalDate.of(year, 12, 31);
        return rollup.targets(year, AsOf.of(today.isAfter(last) ? last : today), AccessScope.everything()).stream()
                .collect(Collectors.toMap(TargetFigure::code, Function.identity(), (one, other) -> one));
    }

    /** Who could stand in for a target, ranked: who comes in time first, then who is likely to bring most. */
    public Simulation simulate(int year, TargetId target) {
        return transactions.readOnly(() -> {
            Target named = targets.find(target).orElseThrow(() -> Refusal.notFound("该指标已不存在，请刷新。"));
            TargetFigure figure = figures(year).get(named.code());
            BigDecimal value = figure == null ? null : figure.target();
            BigDecimal achieved = figure == null || figure.achieved() == null ? BigDecimal.ZERO : figure.achieved();
            SchedulePlan plan = schedules.plan(year);
            Map<NodeId, LocalDate> ends = plan.outlook().ends();
            LocalDate last = LocalDate.of(year, 12, 31);
            BigDecimal inTime = BigDecimal.ZERO;
            List<Simulation.Miss> misses = new ArrayList<>();
            Map<PhaseId, Phase> planned =
                    planned(year).stream().collect(Collectors.toMap(Phase::id, Function.identity()));
            for (Node node : plan.nodes().values()) {
                Phase phase = planned.get(node.phase());
                if (phase == null
                        || !target.equals(node.target())
                        || node.quantity() == null
                        || node.actual() != null) {
                    continue;
                }
                LocalDate end = Objects.requireNonNull(ends.get(node.id()));
                if (end.isAfter(last)) {
                    misses.add(new Simulation.Miss(phase, node.quantity(), end));
                } else {
                    inTime = inTime.add(node.quantity());
                }
            }
            List<ReserveEntry> pool = pool(year);
            BigDecimal inPlan = planned.keySet().stream()
                    .map(expected(year)::get)
                    .filter(Objects::nonNull)
                    .map(each -> each.getOrDefault(target, BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Coverage coverage = Coverage.of(value, inPlan, parts(pool, target));
            BigDecimal sure = achieved.add(inTime);
            List<Simulation.Candidate> candidates = pool.stream()
                    .filter(entry -> entry.state() != PoolState.LISTED && entry.state() != PoolState.LEFT)
                    .filter(entry -> entry.expected().containsKey(target))
                    .map(entry -> candidate(entry, target, plan, ends, last, coverage, sure))
                    .sorted(Comparator.comparing(Simulation.Candidate::inTime)
                            .reversed()
                            .thenComparing(
                                    each -> each.quantity()
                                            .multiply(each.entry().probability()),
                                    Comparator.reverseOrder())
                            .thenComparing(Simulation.Candidate::end)
                            .thenComparing(each -> each.entry().phase().id().value()))
                    .toList();
            return new Simulation(
                    coverage, achieved, inTime, value == null ? null : value.subtract(sure), misses, candidates);
        });
    }

    private static Simulation.Candidate candidate(
            ReserveEntry entry,
            TargetId target,
            SchedulePlan plan,
            Map<NodeId, LocalDate> ends,
            LocalDate last,
            Coverage coverage,
            BigDecimal sure) {
        BigDecimal quantity = BigDecimal.ZERO;
        LocalDate latest = plan.today();
        for (Node node : plan.nodes().values()) {
            if (!node.phase().equals(entry.phase().id()) || !target.equals(node.target()) || node.quantity() == null) {
                continue;
            }
            LocalDate end = Objects.requireNonNull(ends.get(node.id()));
            latest = end.isAfter(latest) ? end : latest;
            if (node.actual() == null && !end.isAfter(last)) {
                quantity = quantity.add(node.quantity());
            }
        }
        BigDecimal expected = entry.expected().getOrDefault(target, BigDecimal.ZERO);
        BigDecimal value = coverage.target();
        boolean counts = value != null && value.signum() != 0;
        return new Simulation.Candidate(
                entry,
                quantity,
                latest,
                quantity.signum() > 0,
                counts ? coverage.inPlan().add(expected).divide(value, MathContext.DECIMAL64) : null,
                counts ? sure.add(quantity.multiply(entry.probability())).divide(value, MathContext.DECIMAL64) : null);
    }

    /** Swaps of a year, latest first. */
    public List<Swap> swaps(int year) {
        return queries.swaps(year);
    }

    /**
     * Places a phase in the pool; its 计划性质 follows.
     *
     * @param version the one that was seen; 0 when nobody had placed it
     * @param probability 0 to 1
     */
    @PreAuthorize(Permission.May.PLAN)
    public void place(PhaseId phase, int version, PoolState state, BigDecimal probability, @Nullable String remark) {
        placeAs(phase, version, state, probability, remark, how(phase));
    }

    /** Like {@link #place}, by the system itself. */
    public void placeAs(
            PhaseId id, int version, PoolState state, BigDecimal probability, @Nullable String remark, Recording how) {
        if (probability.signum() < 0 || probability.compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.invalid("概率须在 0 到 100% 之间。");
        }
        transactions.run(() -> {
            Phase phase = phase(id);
            store.place(id, version, state, probability, remark, how);
            natured(phase, state.nature(), how);
            changes.record(how, phase.year(), "RESERVE", phase.projectName() + "：" + state.label());
        });
    }

    /**
     * Takes a phase of the reserve into the plan for a target that is behind. The phase that will miss keeps its nodes and its miss.
     *
     * @param out the phase that will miss; null when no single one is meant
     * @param reason why; not blank
     * @throws Refusal INVALID when the phase is in the plan already or counts nothing towards the target
     */
    @PreAuthorize(Permission.May.PLAN)
    public void swap(TargetId target, PhaseId in, @Nullable PhaseId out, String reason) {
        Recording how = how(in);
        transactions.run(() -> {
            swapAs(target, in, out, reason, how);
            audit.record("reserve.swap", phase(in).projectName(), null, reason);
        });
    }

    /** Like {@link #swap}, by the system itself. */
    public void swapAs(TargetId target, PhaseId in, @Nullable PhaseId out, String reason, Recording how) {
        if (reason.isBlank()) {
            throw Refusal.invalid("请填写替补的原因：替补与原项目的缺口都会留痕。");
        }
        transactions.run(() -> {
            Phase phase = phase(in);
            ReserveEntry entry = pool(phase.year()).stream()
                    .filter(each -> each.phase().id().equals(in))
                    .filter(each -> each.state() != PoolState.LISTED)
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("“" + phase.projectName() + "”已在年度计划内，不需要替补。"));
            BigDecimal quantity = entry.expected().get(target);
            if (quantity == null) {
                throw Refusal.invalid("“" + phase.projectName() + "”没有计入这个指标的节点，不能替补。");
            }
            store.swapped(
                    phase.year(),
                    new Swap(target, in, out, quantity, reason.strip(), how.actor(), how.at()),
                    phase.nature());
            store.place(in, entry.version(), PoolState.LISTED, BigDecimal.ONE, entry.remark(), how);
            natured(phase, PlanNature.PLANNED, how);
            changes.record(how, phase.year(), "RESERVE", "替补 " + phase.projectName());
        });
    }

    private void natured(Phase phase, PlanNature nature, Recording how) {
        if (phase.nature() == nature) {
            return;
        }
        projects.editPhase(
                new PhaseData(
                        phase.id(),
                        phase.projectCode(),
                        phase.year(),
                        phase.name(),
                        phase.projectName(),
                        phase.category(),
                        nature,
                        phase.lead(),
                        phase.leader(),
                        phase.owner(),
                        phase.ownerId(),
                        phase.implementer(),
                        phase.remark(),
                        phase.startsOn(),
                        phase.assisting(),
                        phase.shares(),
                        phase.sortOrder()),
                phase.version(),
                how);
    }

    private Phase phase(PhaseId id) {
        return projects.phase(id).orElseThrow(() -> Refusal.notFound("该分期已不存在，请刷新。"));
    }

    private Recording how(PhaseId phase) {
        return new Recording(clock.now(), user.account(), phase(phase).year(), null);
    }
}
