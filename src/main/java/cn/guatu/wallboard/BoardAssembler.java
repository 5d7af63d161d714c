package cn.guatu.wallboard;

import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import cn.guatu.rollup.YearFigures;
import cn.guatu.security.AccessScope;
import cn.guatu.target.VersionStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the picture of a year from the roll-up: worst first, names where the screen shows names, nothing that it does not show. */
@Component
class BoardAssembler {

    static final int LATE_SHOWN = 12;
    private static final int UNITS_NAMED = 3;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final List<Light> WORST_FIRST = List.of(
            Light.RED, Light.ORANGE, Light.YELLOW, Light.GREY, Light.NOT_DUE, Light.DUE_SOON, Light.GREEN, Light.DONE);
    private static final List<Light> ALWAYS_COUNTED = List.of(Light.GREEN, Light.YELLOW, Light.ORANGE, Light.RED);
    private static final List<Light> COUNTED =
            List.of(Light.DONE, Light.GREEN, Light.YELLOW, Light.ORANGE, Light.RED, Light.GREY, Light.NOT_DUE);

    private final RollupService rollup;
    private final OrgService org;
    private final BusinessClock clock;
    private final Counter readings;

    BoardAssembler(RollupService rollup, OrgService org, BusinessClock clock, MeterRegistry meters) {
        this.rollup = rollup;
        this.org = org;
        this.clock = clock;
        readings = Counter.builder("guatu.wall.readings")
                .description("Roll-ups read for walls: one for each change and scope, however many screens there are")
                .register(meters);
    }

    /** Reads everything about the year once and makes its first page. */
    PageFacts assemble(int year, AsOf asOf, AccessScope access) {
        readings.increment();
        YearFigures figures = rollup.year(year, asOf, access);
        UnitSummary overall = figures.overall();
        List<NodeFigure> late = figures.nodes().stream()
                .filter(node -> node.actual() == null && node.daysLate() > 0)
                .sorted(Comparator.comparingInt(NodeFigure::daysLate)
                        .reversed()
                        .thenComparing(node -> node.id().value()))
                .toList();
        Instant now = clock.now();
        Board unversioned = new Board(
                "",
                year,
                title(year, figures.targets(), access),
                asOf.date(),
                now,
                time(now),
                figures.linear(),
                new Board.Overall(
                        overall.rate(),
                        overall.expected(),
                        overall.deviation(),
                        overall.light().name(),
                        overall.light().label(),
                        overall.targets(),
                        overall.withoutRate()),
                counts(figures.targets()),
                lines(figures.targets()),
                ranked(figures.streets()),
                ranked(figures.departments()),
                late.stream().limit(LATE_SHOWN).map(BoardAssembler::lateLine).toList(),
                late.size(),
                figures.trend().stream()
                        .map(p -> new Board.TrendLine(p.month(), p.rate(), p.expected()))
                        .toList());
        return new PageFacts(year, asOf, access, figures, withVersion(unversioned));
    }

    /** The picture without its times: equal pictures are equal. */
    static Board still(Board b) {
        return copy(b, "", Instant.EPOCH, "");
    }

    /** The same picture with the time of now: nothing changed, but it was looked at. */
    static Board refreshed(Board b, BusinessClock clock) {
        Instant now = clock.now();
        return copy(b, b.version(), now, DateTimeFormatter.ofPattern("HH:mm:ss").format(now.atZone(clock.zone())));
    }

    private String time(Instant now) {
        return TIME.format(now.atZone(clock.zone()));
    }

    /** Whose figures they are: the units of a slice, else what stands above the departments. */
    private String title(int year, List<TargetFigure> targets, AccessScope access) {
        String suffix = year + " 年度任务";
        Map<Object, Unit> units = new LinkedHashMap<>();
        org.units().forEach(unit -> units.put(unit.id(), unit));
        if (!access.isEverything()) {
            List<String> own = units.values().stream()
                    .filter(unit -> access.seesUnit(unit.id()))
                    .map(Unit::name)
                    .toList();
            return own.isEmpty() ? suffix : named(own) + " · " + suffix;
        }
        if (targets.isEmpty()) {
            return suffix;
        }
        String lead = targets.getFirst().leadDepartment();
        return units.values().stream()
                .filter(unit -> unit.name().equals(lead) && unit.parent() != null)
                .findFirst()
                .map(unit -> units.get(unit.parent()))
                .map(parent -> parent.name() + " · " + suffix)
                .orElse(suffix);
    }

    private static String named(List<String> units) {
        String shown = String.join("、", units.subList(0, Math.min(UNITS_NAMED, units.size())));
        return units.size() > UNITS_NAMED ? shown + "等 " + units.size() + " 个单位" : shown;
    }

    /** 0 for the light that needs most attention. */
    static int severity(Light light) {
        return WORST_FIRST.indexOf(light);
    }

    private static List<Board.LightCount> counts(List<TargetFigure> targets) {
        List<Board.LightCount> counts = new ArrayList<>();
        for (Light light : COUNTED) {
            int number = (int) targets.stream()
                    .filter(t -> t.parentCode() == null && t.light() == light)
                    .count();
            if (number > 0 || ALWAYS_COUNTED.contains(light)) {
                counts.add(new Board.LightCount(light.name(), light.label(), number));
            }
        }
        return counts;
    }

    private static List<Board.TargetLine> lines(List<TargetFigure> targets) {
        List<Board.TargetLine> lines = new ArrayList<>();
        addWithParts(null, targets, 0, lines);
        return lines;
    }

    private static void addWithParts(
            @Nullable String parent, List<TargetFigure> targets, int level, List<Board.TargetLine> lines) {
        targets.stream()
                .filter(t -> parent == null ? t.parentCode() == null : parent.equals(t.parentCode()))
                .sorted(Comparator.<TargetFigure>comparingInt(t -> severity(t.light()))
                        .thenComparing(TargetFigure::deviation, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(TargetFigure::code))
                .forEach(t -> {
                    lines.add(line(t, level));
                    addWithParts(t.code(), targets, level + 1, lines);
                });
    }

    private static Board.TargetLine line(TargetFigure t, int level) {
        return new Board.TargetLine(
                t.code(),
                t.name(),
                t.unit(),
                level,
                t.target(),
                t.targetStatus() == VersionStatus.PROVISIONAL,
                t.achieved(),
                t.rate(),
                t.expected(),
                t.deviation(),
                t.light().name(),
                t.light().label(),
                t.missing());
    }

    private static List<Board.UnitLine> ranked(List<UnitSummary> units) {
        return units.stream()
                .filter(u -> u.targets() > 0)
                .sorted(Comparator.comparing(
                                UnitSummary::rate, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                        .thenComparing(u -> String.valueOf(u.unit())))
                .map(u -> new Board.UnitLine(
                        String.valueOf(u.unit()),
                        u.rate(),
                        u.expected(),
                        u.deviation(),
                        u.light().name(),
                        u.light().label()))
                .toList();
    }

    private static Board.LateLine lateLine(NodeFigure n) {
        return new Board.LateLine(
                n.projectName(),
                n.node(),
                n.leadDepartment(),
                n.owner(),
                n.daysLate(),
                n.light().name(),
                n.light().label());
    }

    private static Board withVersion(Board b) {
        Board still = still(b);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(still.toString().getBytes(StandardCharsets.UTF_8));
            return copy(b, HexFormat.of().formatHex(hash, 0, 12), b.generatedAt(), b.refreshedAt());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Board copy(Board b, String version, Instant generatedAt, String refreshedAt) {
        return new Board(
                version,
                b.year(),
                b.title(),
                b.dataAsOf(),
                generatedAt,
                refreshedAt,
                b.linear(),
                b.overall(),
                b.counts(),
                b.targets(),
                b.streets(),
                b.departments(),
                b.late(),
                b.lateTotal(),
                b.trend());
    }
}
