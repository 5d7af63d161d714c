package cn.guatu.rollup;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.progress.RecognitionId;
import cn.guatu.project.Category;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.target.Allocation;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import cn.guatu.testing.FixedClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A random year written through the real services in several sittings, and beside it what was known after each of them. */
@Component
class RandomYear {

    static final int YEAR = 2026;
    static final List<String> STREETS = List.of("平湖街道", "南湾街道", "横岗街道", "园山街道");
    static final List<String> DEPARTMENTS = List.of("更新科", "整备科", "规划科", "督查专班");

    private static final LocalDate NEW_YEAR = LocalDate.of(YEAR, 1, 1);

    private final OrgService org;
    private final PlanYearService years;
    private final TargetService targets;
    private final ProjectService projects;
    private final LedgerService ledger;
    private final FixedClock clock;

    /** What was known from each instant on. */
    final TreeMap<Instant, World> known = new TreeMap<>();

    private Random random = new Random(0);
    private World world = new World();
    private final Map<String, UnitId> units = new HashMap<>();
    private final Map<String, TargetId> targetIds = new HashMap<>();
    private final Map<String, PhaseId> phaseIds = new HashMap<>();
    private final Map<String, NodeId> nodeIds = new HashMap<>();
    private int evidence;

    RandomYear(
            OrgService org,
            PlanYearService years,
            TargetService targets,
            ProjectService projects,
            LedgerService ledger,
            FixedClock clock) {
        this.org = org;
        this.years = years;
        this.targets = targets;
        this.projects = projects;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes a year into an empty database. */
    void write(long seed, int phases) {
        random = new Random(seed);
        world = new World();
        known.clear();
        List.of(units, targetIds, phaseIds, nodeIds).forEach(Map::clear);
        clock.set(LocalDate.of(YEAR, 3, 10));
        plan(phases);
        rows(phases * 3);
        remember();
        for (LocalDate day : List.of(LocalDate.of(YEAR, 6, 20), LocalDate.of(YEAR, 9, 5), LocalDate.of(YEAR, 11, 1))) {
            clock.set(day);
            edit();
            rows(phases * 3);
            reverse(phases / 2);
            remember();
        }
    }

    private void remember() {
        known.put(clock.now(), world.copy());
    }

    private Recording how() {
        return new Recording(clock.now(), "test", YEAR, null);
    }

    private void plan(int phases) {
        years.create(YEAR, PlanYearState.ACTIVE, how());
        List<UnitData> all = new ArrayList<>();
        STREETS.forEach(name -> all.add(new UnitData(null, name, UnitKind.STREET, null, all.size())));
        DEPARTMENTS.forEach(name -> all.add(new UnitData(
                null, name, name.endsWith("科") ? UnitKind.DEPARTMENT : UnitKind.TASK_FORCE, null, all.size())));
        List<UnitId> ids = org.saveUnits(all, how());
        for (int i = 0; i < all.size(); i++) {
            units.put(all.get(i).name(), ids.get(i));
        }
        target("F1", TargetKind.FLOW, Pace.MONTH_LINEAR, null, null);
        target("F1-1", TargetKind.FLOW, Pace.DAY_LINEAR, "F1", OfWhich.PARTITION);
        target("F1-2", TargetKind.FLOW, Pace.PLAN_CURVE, "F1", OfWhich.PARTITION);
        target("F1-2-1", TargetKind.FLOW, Pace.NODE, "F1-2", OfWhich.PARTITION);
        target("F1-3", TargetKind.FLOW, Pace.PLAN_CURVE_INTERPOLATED, "F1", OfWhich.SUBSET);
        target("F2", TargetKind.FLOW, Pace.PLAN_CURVE, null, null);
        target("F3", TargetKind.FLOW, Pace.PLAN_CURVE_INTERPOLATED, null, null);
        target("S1", TargetKind.STOCK, Pace.MONTH_LINEAR, null, null);
        target("S2", TargetKind.STOCK, Pace.DAY_LINEAR, null, null);
        target("S2-1", TargetKind.STOCK, Pace.DAY_LINEAR, "S2", OfWhich.PARTITION);
        target("R1", TargetKind.RATIO, Pace.MONTH_LINEAR, null, null);
        target("R1-1", TargetKind.RATIO, Pace.NODE, "R1", OfWhich.PARTITION);
        target("M1", TargetKind.MILESTONE, Pace.NODE, null, null);
        target("M2", TargetKind.MILESTONE, Pace.MONTH_LINEAR, "M1", OfWhich.SUBSET);
        for (World.T target : world.targets) {
            if (random.nextInt(8) > 0) {
                version(target.code(), random.nextBoolean() ? VersionStatus.PROVISIONAL : VersionStatus.CONFIRMED);
            }
            if (target.pace() != Pace.MONTH_LINEAR && random.nextInt(5) > 0) {
                curve(target.code());
            }
            allocate(target.code());
        }
        for (int i = 0; i < phases; i++) {
            phase("P" + i);
        }
    }

    private void target(String code, TargetKind kind, Pace pace, @Nullable String parent, @Nullable OfWhich ofWhich) {
        boolean down = kind == TargetKind.STOCK && !code.contains("-") && random.nextBoolean();
        BigDecimal base = down ? decimal(500, 900) : null;
        BigDecimal weight = random.nextBoolean() ? decimal(0, 30) : null;
        Direction direction = down ? Direction.DOWN : Direction.UP;
        TargetId id = targets.save(
                        List.of(new TargetData(
                                null,
                                YEAR,
                                code,
                                code,
                                kind == TargetKind.RATIO ? "%" : "公顷",
                                kind,
                                direction,
                                base,
                                pace,
                                unit(DEPARTMENTS),
                                null,
                                null,
                                null,
                                weight,
                                parent == null ? null : targetIds.get(parent),
                                ofWhich,
                                world.targets.size())),
                        how())
                .getFirst();
        targetIds.put(code, id);
        world.targets.add(new World.T(code, kind, direction, base, pace, weight, parent, ofWhich));
    }

    private void version(String code, VersionStatus status) {
        BigDecimal value = random.nextInt(10) == 0 ? null : random.nextInt(12) == 0 ? BigDecimal.ZERO : decimal(1, 300);
        LocalDate from = random.nextInt(3) == 0 ? null : NEW_YEAR.plusDays(random.nextInt(300));
        targets.addVersions(
                List.of(new TargetVersionData(targetIds.get(code), status, value, false, null, from, "依据", null)),
                how());
        world.versions.add(new World.V(code, status, value, from == null ? NEW_YEAR : from));
    }

    private void curve(String code) {
        TreeMap<Integer, BigDecimal> plan = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = 1; month <= 12; month++) {
            sum = sum.add(decimal(0, 30));
            if (random.nextInt(3) > 0) {
                plan.put(month, sum);
            }
        }
        Map<TargetId, SortedMap<Integer, BigDecimal>> plans = Map.of(targetIds.get(code), plan);
        targets.savePlans(plans, how());
        world.plans.put(code, plan);
    }

    private void allocate(String code) {
        List<Allocation> parts = new ArrayList<>();
        for (List<String> names : List.of(STREETS, DEPARTMENTS)) {
            for (String name : names) {
                if (random.nextInt(3) == 0) {
                    BigDecimal value = random.nextInt(9) == 0 ? BigDecimal.ZERO : decimal(1, 80);
                    parts.add(new Allocation(targetIds.get(code), units.get(name), value, false));
                    world.allocations
                            .computeIfAbsent(code, each -> new LinkedHashMap<>())
                            .put(name, value);
                }
            }
        }
        targets.saveAllocations(parts, how());
    }

    private void phase(String project) {
        PlanNature nature = random.nextInt(5) > 0
                ? PlanNature.PLANNED
                : random.nextBoolean() ? PlanNature.RESERVE : PlanNature.EXTRA;
        Map<String, BigDecimal> shares = shares();
        String lead = one(DEPARTMENTS);
        TreeMap<LocalDate, Map<String, BigDecimal>> sets = new TreeMap<>(Map.of(LocalDate.EPOCH, shares));
        world.phases.add(new World.P(project, nature, lead, sets));
        savePhase(project, nature, lead, shares);
        for (int i = random.nextInt(4); i >= 0; i--) {
            node(project, "节点" + i);
        }
    }

    private void savePhase(String project, PlanNature nature, String lead, Map<String, BigDecimal> shares) {
        List<Share> list = new ArrayList<>();
        shares.forEach((street, share) -> list.add(new Share(units.get(street), share, list.size())));
        PhaseId id = projects.savePhases(
                        List.of(new PhaseData(
                                phaseIds.get(project),
                                project,
                                YEAR,
                                "一期",
                                "项目" + project,
                                Category.OTHER,
                                nature,
                                units.get(lead),
                                null,
                                "张三",
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                list,
                                Integer.parseInt(project.substring(1)))),
                        how())
                .getFirst();
        phaseIds.put(project, id);
    }

    private void node(String project, String name) {
        World.T target = random.nextInt(6) == 0 ? null : one(world.targets);
        saveNode(new World.N(
                project,
                name,
                NEW_YEAR.plusDays(random.nextInt(365)),
                actual(),
                random.nextBoolean() ? decimal(1, 5) : null,
                target == null ? null : target.code(),
                target == null || random.nextInt(4) == 0 ? null : decimal(1, 20)));
    }

    private @Nullable LocalDate actual() {
        return random.nextBoolean() ? null : LocalDate.of(YEAR, 3, 10).minusDays(random.nextInt(80));
    }

    private void saveNode(World.N node) {
        String key = node.project() + "/" + node.name();
        NodeId id = projects.saveNodes(
                        List.of(new NodeData(
                                nodeIds.get(key),
                                phaseIds.get(node.project()),
                                node.name(),
                                node.planned(),
                                null,
                                node.actual(),
                                null,
                                null,
                                node.weight(),
                                null,
                                node.target() == null ? null : targetIds.get(node.target()),
                                node.quantity(),
                                false,
                                null,
                                0)),
                        how())
                .getFirst();
        nodeIds.put(key, id);
        world.nodes.removeIf(
                each -> each.project().equals(node.project()) && each.name().equals(node.name()));
        world.nodes.add(node);
    }

    /** Everything that may change between two sittings. */
    private void edit() {
        for (World.T target : world.targets) {
            if (random.nextInt(3) == 0) {
                version(target.code(), VersionStatus.values()[random.nextInt(3)]);
            }
            if (world.plans.containsKey(target.code()) && random.nextInt(4) == 0) {
                curve(target.code());
            }
            if (random.nextInt(4) == 0) {
                allocate(target.code());
            }
        }
        for (World.P phase : List.copyOf(world.phases)) {
            if (random.nextInt(4) == 0) {
                boolean move = random.nextBoolean();
                Map<String, BigDecimal> shares = move ? phase.sharesOn(clock.today()) : shares();
                PlanNature nature = random.nextInt(3) == 0 ? PlanNature.PLANNED : phase.nature();
                String lead = random.nextBoolean() ? one(DEPARTMENTS) : phase.lead();
                savePhase(phase.project(), nature, lead, shares);
                TreeMap<LocalDate, Map<String, BigDecimal>> sets = new TreeMap<>(phase.shares());
                if (!shares.equals(phase.sharesOn(clock.today()))) {
                    sets.put(clock.today(), shares);
                }
                world.phases.set(world.phases.indexOf(phase), new World.P(phase.project(), nature, lead, sets));
            }
        }
        for (World.N node : List.copyOf(world.nodes)) {
            if (random.nextInt(4) == 0) {
                saveNode(new World.N(
                        node.project(),
                        node.name(),
                        random.nextBoolean() ? node.planned() : NEW_YEAR.plusDays(random.nextInt(365)),
                        random.nextBoolean() ? clock.today().minusDays(random.nextInt(60)) : null,
                        node.weight(),
                        node.target(),
                        node.quantity()));
            }
        }
    }

    private void rows(int count) {
        List<NewRecognition> rows = new ArrayList<>();
        List<World.R> said = new ArrayList<>();
        List<World.T> counted = world.targets.stream()
                .filter(target -> target.kind() != TargetKind.MILESTONE)
                .toList();
        for (int i = 0; i < count; i++) {
            World.P phase = one(world.phases);
            World.N node = world.nodes.stream()
                    .filter(each -> each.project().equals(phase.project()) && random.nextInt(4) == 0)
                    .findFirst()
                    .orElse(null);
            World.T target = node != null
                            && node.target() != null
                            && world.target(node.target()).kind() != TargetKind.MILESTONE
                    ? world.target(node.target())
                    : one(counted);
            LocalDate day = clock.today().minusDays(random.nextInt(120));
            BigDecimal denominator = target.kind() == TargetKind.RATIO ? decimal(1, 50) : null;
            BigDecimal quantity = decimal(1, 40);
            NodeId nodeId = node == null ? null : nodeIds.get(node.project() + "/" + node.name());
            rows.add(new NewRecognition(
                    phaseIds.get(phase.project()),
                    targetIds.get(target.code()),
                    nodeId,
                    null,
                    day,
                    quantity,
                    denominator,
                    false,
                    "证" + evidence++,
                    null,
                    null));
            said.add(new World.R(
                    0,
                    phase.project(),
                    target.code(),
                    node == null ? null : node.name(),
                    day,
                    quantity,
                    denominator,
                    null,
                    phase.sharesOn(day)));
        }
        List<RecognitionId> ids = ledger.postAll(rows, how());
        for (int i = 0; i < said.size(); i++) {
            World.R row = said.get(i);
            world.rows.add(new World.R(
                    ids.get(i).value(),
                    row.project(),
                    row.target(),
                    row.node(),
                    row.occurredOn(),
                    row.quantity(),
                    row.denominator(),
                    null,
                    row.shares()));
        }
    }

    private void reverse(int count) {
        for (int i = 0; i < count; i++) {
            World.R row = one(world.rows);
            boolean taken = row.reverses() != null
                    || world.rows.stream().anyMatch(each -> each.reverses() != null && each.reverses() == row.id());
            if (taken) {
                continue;
            }
            LocalDate day = random.nextBoolean() ? row.occurredOn() : clock.today();
            RecognitionId id = ledger.reverse(new RecognitionId(row.id()), day, "录错", how());
            world.rows.add(new World.R(
                    id.value(),
                    row.project(),
                    row.target(),
                    row.node(),
                    day,
                    row.quantity().negate(),
                    row.denominator() == null ? null : row.denominator().negate(),
                    row.id(),
                    // What is taken back is taken from the streets that had it, whatever the shares are by then.
                    row.shares()));
        }
    }

    private Map<String, BigDecimal> shares() {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            shares.put(one(STREETS), BigDecimal.ONE);
            return shares;
        }
        int first = random.nextInt(STREETS.size());
        BigDecimal share = BigDecimal.valueOf(1 + random.nextInt(99), 2);
        shares.put(STREETS.get(first), share);
        shares.put(STREETS.get((first + 1) % STREETS.size()), BigDecimal.ONE.subtract(share));
        return shares;
    }

    private BigDecimal decimal(int from, int to) {
        return BigDecimal.valueOf(from * 100L + random.nextInt((to - from) * 100), 2);
    }

    private UnitId unit(List<String> names) {
        UnitId id = units.get(one(names));
        if (id == null) {
            throw new IllegalStateException("units first");
        }
        return id;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
