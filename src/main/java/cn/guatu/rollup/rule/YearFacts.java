package cn.guatu.rollup.rule;

import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a plan year are made of, but for the ledger: as known at one instant, valid for any cut-off.
 *
 * @param year the plan year
 * @param units all units by id, in the order of the tables
 * @param targets the targets of the year in workbook order
 * @param versions of each target, in any order; nothing for a target without one
 * @param plans cumulative plan by month; nothing for a target without a curve
 * @param allocations by target and unit
 * @param nodes the nodes of the year's phases
 */
public record YearFacts(
        int year,
        Map<UnitId, Unit> units,
        List<Target> targets,
        Map<TargetId, List<Version>> versions,
        Map<TargetId, NavigableMap<Integer, BigDecimal>> plans,
        Map<TargetId, Map<UnitId, BigDecimal>> allocations,
        List<Node> nodes) {

    /** The same facts with one more version of a target. */
    public YearFacts with(TargetId target, Version version) {
        Map<TargetId, List<Version>> more = new HashMap<>(versions);
        List<Version> own = new ArrayList<>(more.getOrDefault(target, List.of()));
        own.add(version);
        more.put(target, own);
        return new YearFacts(year, units, targets, more, plans, allocations, nodes);
    }

    /** A unit; {@code rank} is its place among all units in table order. */
    public record Unit(UnitId id, String name, String nameKey, UnitKind kind, int rank) {}

    /** A target as of the instant the facts are from. See {@link cn.guatu.rollup.TargetFigure} for what may be null. */
    public record Target(
            TargetId id,
            String code,
            String codeKey,
            String name,
            String unit,
            TargetKind kind,
            Direction direction,
            @Nullable BigDecimal baseValue,
            Pace pace,
            UnitId lead,
            @Nullable String leader,
            @Nullable String source,
            @Nullable String definition,
            @Nullable BigDecimal weight,
            @Nullable TargetId parent,
            @Nullable OfWhich ofWhich,
            int sortOrder) {}

    /** A dated value of a target; a null value says 预计 without a figure yet. */
    public record Version(
            long id,
            VersionStatus status,
            @Nullable BigDecimal value,
            boolean approx,
            @Nullable String docNo,
            LocalDate effectiveFrom,
            @Nullable String reason,
            Instant recordedAt) {}

    /** What a street has of a phase, a fraction. */
    public record Share(UnitId street, BigDecimal share) {}

    /** A phase; its share sets by the day they take effect, first street first. */
    public record Phase(
            PhaseId id,
            String projectCode,
            String projectName,
            String name,
            PlanNature nature,
            UnitId lead,
            String owner,
            @Nullable LocalDate startsOn,
            NavigableMap<LocalDate, List<Share>> shares,
            Set<UnitId> assisting) {

        /** The shares in force on a day; before the first set, the first one. */
        public List<Share> sharesOn(LocalDate day) {
            if (shares.isEmpty()) {
                return List.of();
            }
            Map.Entry<LocalDate, List<Share>> inForce = shares.floorEntry(day);
            return (inForce != null ? inForce : shares.firstEntry()).getValue();
        }

        /** Every street that ever had a share. */
        public Collection<UnitId> everyStreet() {
            return shares.values().stream()
                    .flatMap(List::stream)
                    .map(Share::street)
                    .distinct()
                    .toList();
        }
    }

    /** A node with its phase. */
    public record Node(
            NodeId id,
            Phase phase,
            String name,
            LocalDate planned,
            @Nullable LocalDate forecast,
            @Nullable LocalDate actual,
            @Nullable String owner,
            @Nullable BigDecimal weight,
            @Nullable Integer duration,
            @Nullable TargetId target,
            @Nullable BigDecimal quantity,
            int sortOrder) {

        /** The actual date if it is on or before the cut-off: a later one does not exist yet (semantics §8). */
        public @Nullable LocalDate actualBy(LocalDate cutOff) {
            return actual != null && !actual.isAfter(cutOff) ? actual : null;
        }

        /** The weight; 1 when not given. */
        public BigDecimal weightOrOne() {
            return weight != null ? weight : BigDecimal.ONE;
        }
    }
}
