package cn.guatu.wallboard;

import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.By;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import cn.guatu.security.AccessScope;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final List<Light> WORST_FIRST = List.of(
            Light.RED, Light.ORANGE, Light.YELLOW, Light.GREY, Light.NOT_DUE, Light.DUE_SOON, Light.GREEN, Light.DONE);
    private static final List<Light> ALWAYS_COUNTED = List.of(Light.GREEN, Light.YELLOW, Light.ORANGE, Light.RED);
    private static final List<Light> COUNTED =
            List.of(Light.DONE, Light.GREEN, Light.YELLOW, Light.ORANGE, Light.RED, Light.GREY, Light.NOT_DUE);

    private final RollupService rollup;
    private final OrgService org;
    private final BusinessClock clock;

    BoardAssembler(RollupService rollup, OrgService org, BusinessClock clock) {
        this.rollup = rollup;
        this.org = org;
        this.clock = clock;
    }

    Board assemble(int year, AccessScope access) {
        AsOf asOf = AsOf.of(cutOff(year, clock.today()));
        List<TargetFigure> targets = rollup.targets(year, asOf, access);
        List<NodeFigure> late = rollup.nodes(year, NodeState.LATE, asOf, access);
        UnitSummary overall = rollup.summary(year, null, asOf, access).getFirst();
        Instant now = clock.now();
        Board unversioned = new Board(
                "",
                year,
                title(year, targets),
                asOf.date(),
                now,
                time(now),
                linear(year, asOf.date()),
                new Board.Overall(
                        overall.rate(),
                        overall.expected(),
                        overall.deviation(),
                        overall.light().name(),
                        overall.light().label(),
                        overall.targets(),
                        overall.withoutRate()),
                counts(targets),
                lines(targets),
                ranked(rollup.summary(year, By.STREET, asOf, access)),
                ranked(rollup.summary(year, By.DEPARTMENT, asOf, access)),
                late.stream()
                        .sorted(Comparator.comparingInt(NodeFigure::daysLate).reversed())
                        .limit(LATE_SHOWN)
                        .map(BoardAssembler::lateLine)
                        .toList(),
                late.size(),
                rollup.trend(year, asOf, access).stream()
                        .map(p -> new Board.TrendLine(p.month(), p.rate(), p.expected()))
                        .toList());
        return withVersion(unversioned);
    }

    /** Today, and for a year that is over its last day, as on the desk. */
    private static LocalDate cutOff(int year, LocalDate today) {
        LocalDate end = LocalDate.of(year, 12, 31);
        return today.isAfter(end) ? end : today;
    }

    /** The same picture with the time of now: nothing changed, but it was looked at. */
    static Board refreshed(Board b, BusinessClock clock) {
        Instant now = clock.now();
        return copy(b, b.version(), now, DateTimeFormatter.ofPattern("HH:mm:ss").format(now.atZone(clock.zone())));
    }

    private String time(Instant now) {
        return TIME.format(now.atZone(clock.zone()));
    }

    private String title(int year, List<TargetFigure> targets) {
        String suffix = year + " 年度任务";
        if (targets.isEmpty()) {
            return suffix;
        }
        Map<Object, Unit> units = new LinkedHashMap<>();
        org.units().forEach(unit -> units.put(unit.id(), unit));
        String lead = targets.getFirst().leadDepartment();
        return units.values().stream()
                .filter(unit -> unit.name().equals(lead) && unit.parent() != null)
                .findFirst()
                .map(unit -> units.get(unit.parent()))
                .map(parent -> parent.name() + " · " + suffix)
                .orElse(suffix);
    }

    /** Completed months / 12 at the cut-off: a month counts from its last day on. */
    private static BigDecimal linear(int year, LocalDate cutOff) {
        int months = cutOff.getYear() > year
                ? 12
                : cutOff.getYear() < year
                        ? 0
                        : cutOff.plusDays(1).getMonthValue() == cutOff.getMonthValue()
                                ? cutOff.getMonthValue() - 1
                                : cutOff.getMonthValue();
        return BigDecimal.valueOf(months).divide(BigDecimal.valueOf(12), 10, RoundingMode.HALF_UP);
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
                .sorted(Comparator.<TargetFigure>comparingInt(t -> WORST_FIRST.indexOf(t.light()))
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
        Board still = copy(b, "", Instant.EPOCH, "");
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
