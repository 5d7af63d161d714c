package cn.guatu.workbook;

import static java.util.stream.Collectors.groupingBy;

import cn.guatu.org.NameKey;
import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.Recognition;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.Decision;
import cn.guatu.supervision.DecisionService;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersion;
import cn.guatu.workbook.rule.Held;
import cn.guatu.workbook.rule.Line;
import cn.guatu.workbook.rule.Versions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the system holds of a year, once per kind of record whatever their number. */
@Component
class PlanReader {
    private final OrgService org;
    private final PlanYearService years;
    private final TargetService targets;
    private final ProjectService projects;
    private final LedgerService ledger;
    private final DecisionService decisions;
    private final BlockerService blockers;

    PlanReader(
            OrgService org,
            PlanYearService years,
            TargetService targets,
            ProjectService projects,
            LedgerService ledger,
            DecisionService decisions,
            BlockerService blockers) {
        this.org = org;
        this.years = years;
        this.targets = targets;
        this.projects = projects;
        this.ledger = ledger;
        this.decisions = decisions;
        this.blockers = blockers;
    }

    /** @param today decides which version of a target is the one that is shown */
    HeldPlan read(int year, LocalDate today) {
        return new Reading(year, today).plan();
    }

    private final class Reading {
        private final int year;
        private final boolean exists;
        private final LocalDate shownOn;

        private final Map<UnitId, Unit> unitOf = new LinkedHashMap<>();
        private final Map<PersonId, Line.PersonKey> personOf = new HashMap<>();
        private final Map<TargetId, Target> targetOf = new LinkedHashMap<>();
        private final Map<PhaseId, Phase> phaseOf = new LinkedHashMap<>();
        private final Map<NodeId, Node> nodeOf = new LinkedHashMap<>();

        Reading(int year, LocalDate today) {
            this.year = year;
            exists = years.find(year).isPresent();
            LocalDate first = LocalDate.of(year, 1, 1);
            shownOn = today.isBefore(first) ? first : today;
        }

        HeldPlan plan() {
            Map<String, Unit> units = new LinkedHashMap<>();
            org.units().forEach(unit -> {
                unitOf.put(unit.id(), unit);
                units.put(unit.key(), unit);
            });
            Map<String, Line.UnitLine> unitLines = new LinkedHashMap<>();
            units.forEach((key, unit) -> unitLines.put(key, line(unit)));

            Map<Line.PersonKey, Person> people = new LinkedHashMap<>();
            Map<Line.PersonKey, Line.PersonLine> personLines = new LinkedHashMap<>();
            for (Person person : org.people()) {
                Line.PersonKey key = person.account() == null
                        ? Line.PersonKey.named(person.key(), unit(person.unit()).key())
                        : Line.PersonKey.account(person.account());
                personOf.put(person.id(), key);
                people.put(key, person);
                personLines.put(key, line(key, person));
            }

            Map<String, Target> targetRecords = new LinkedHashMap<>();
            Map<String, Line.TargetLine> targetLines = new LinkedHashMap<>();
            Map<String, List<Line.Value>> versions = new HashMap<>();
            Map<Line.AllocationLine.Key, Line.AllocationLine> allocations = new LinkedHashMap<>();
            Map<Line.PhaseKey, Phase> phases = new LinkedHashMap<>();
            Map<Line.PhaseKey, Line.PhaseLine> phaseLines = new LinkedHashMap<>();
            Map<Line.NodeKey, Node> nodes = new LinkedHashMap<>();
            Map<Line.NodeKey, Line.NodeLine> nodeLines = new LinkedHashMap<>();
            Map<Line.RecognitionLine.Key, Recognition> rows = new LinkedHashMap<>();
            Map<Line.RecognitionLine.Key, Line.RecognitionLine> rowLines = new LinkedHashMap<>();
            Map<Line.DecisionLine.Key, Decision> decisionRecords = new LinkedHashMap<>();
            Map<Line.DecisionLine.Key, Line.DecisionLine> decisionLines = new LinkedHashMap<>();
            Map<Line.BlockerLine.Key, Blocker> blockerRecords = new LinkedHashMap<>();
            Map<Line.BlockerLine.Key, Line.BlockerLine> blockerLines = new LinkedHashMap<>();
            Set<String> booked = new HashSet<>();

            if (exists) {
                targets.targets(year).stream()
                        .sorted(Comparator.comparingInt(Target::sortOrder)
                                .thenComparing(target -> target.id().value()))
                        .forEach(target -> targetOf.put(target.id(), target));
                versions.putAll(versions());
                Map<TargetId, SortedMap<Integer, BigDecimal>> plans = targets.plans(year);
                targetOf.values().forEach(target -> {
                    String key = key(target);
                    targetRecords.put(key, target);
                    targetLines.put(
                            key,
                            line(
                                    key,
                                    target,
                                    Versions.shown(versions.getOrDefault(key, List.of()), shownOn),
                                    plans.getOrDefault(target.id(), Collections.emptySortedMap())));
                });
                targets.allocations(year).forEach(each -> {
                    Target target = target(each.target());
                    Unit unit = unit(each.unit());
                    Line.AllocationLine.Key key = new Line.AllocationLine.Key(key(target), unit.key());
                    allocations.put(
                            key,
                            new Line.AllocationLine(
                                    key, target.code(), unit.name(), plain(each.value()), each.approx()));
                });
                projects.phases(year).stream()
                        .sorted(Comparator.comparingInt(Phase::sortOrder)
                                .thenComparing(phase -> phase.id().value()))
                        .forEach(phase -> {
                            phaseOf.put(phase.id(), phase);
                            phases.put(key(phase), phase);
                            phaseLines.put(key(phase), line(phase));
                        });
                projects.nodes(year).stream()
                        .sorted(Comparator.comparingInt(Node::sortOrder)
                                .thenComparing(node -> node.id().value()))
                        .forEach(node -> nodeOf.put(node.id(), node));
                nodeOf.values().forEach(node -> {
                    nodes.put(key(node), node);
                    nodeLines.put(key(node), line(node));
                });
                for (Recognition row : ledger.rows(year)) {
                    booked.add(key(target(row.target())));
                    if (row.stands()) {
                        Line.RecognitionLine line = line(row);
                        rows.put(line.key(), row);
                        rowLines.put(line.key(), line);
                    }
                }
                decisions.all(year).stream()
                        .sorted(Comparator.comparingInt(Decision::sortOrder)
                                .thenComparing(each -> each.id().value()))
                        .forEach(decision -> {
                            Line.DecisionLine line = line(decision);
                            decisionRecords.put(line.key(), decision);
                            decisionLines.put(line.key(), line);
                        });
                blockers.all(year).stream()
                        .sorted(Comparator.comparingInt(Blocker::sortOrder)
                                .thenComparing(each -> each.id().value()))
                        .forEach(blocker -> {
                            Line.BlockerLine line = line(blocker);
                            blockerRecords.put(line.key(), blocker);
                            blockerLines.put(line.key(), line);
                        });
            }
            Held held = new Held(
                    year,
                    exists,
                    unitLines,
                    personLines,
                    targetLines,
                    versions,
                    booked,
                    allocations,
                    phaseLines,
                    nodeLines,
                    rowLines,
                    decisionLines,
                    blockerLines);
            return new HeldPlan(
                    held, units, people, targetRecords, phases, nodes, rows, decisionRecords, blockerRecords);
        }

        private Map<String, List<Line.Value>> versions() {
            return targets.versions(year).stream()
                    .sorted(Comparator.comparingLong(
                            (TargetVersion version) -> version.id().value()))
                    .collect(groupingBy(
                            version -> key(target(version.target())),
                            Collectors.mapping(
                                    version -> new Line.Value(
                                            version.status(),
                                            plainOrNull(version.value()),
                                            version.approx(),
                                            version.docNo(),
                                            version.effectiveFrom()),
                                    Collectors.toList())));
        }

        private Line.UnitLine line(Unit unit) {
            Unit parent = unit.parent() == null ? null : unit(unit.parent());
            return new Line.UnitLine(
                    unit.key(),
                    unit.name(),
                    unit.kind(),
                    parent == null ? null : parent.key(),
                    parent == null ? null : parent.name(),
                    unit.sortOrder());
        }

        private Line.PersonLine line(Line.PersonKey key, Person person) {
            Unit unit = unit(person.unit());
            return new Line.PersonLine(
                    key,
                    person.name(),
                    person.account(),
                    unit.key(),
                    unit.name(),
                    person.position(),
                    person.phone(),
                    person.email());
        }

        private Line.TargetLine line(
                String key, Target target, Line.@Nullable Value value, SortedMap<Integer, BigDecimal> plan) {
            Unit lead = unit(target.lead());
            SortedMap<Integer, BigDecimal> plainPlan = new java.util.TreeMap<>();
            plan.forEach((month, cumulative) -> plainPlan.put(month, plain(cumulative)));
            return new Line.TargetLine(
                    key,
                    target.code(),
                    target.name(),
                    target.unit(),
                    value,
                    target.parent() == null ? null : key(target(target.parent())),
                    target.ofWhich(),
                    target.kind(),
                    target.direction(),
                    plainOrNull(target.baseValue()),
                    target.pace(),
                    lead.key(),
                    lead.name(),
                    target.leader(),
                    target.source(),
                    target.definition(),
                    plainOrNull(target.weight()),
                    plainPlan);
        }

        private Line.PhaseLine line(Phase phase) {
            Unit lead = unit(phase.lead());
            return new Line.PhaseLine(
                    key(phase),
                    phase.projectCode(),
                    phase.projectName(),
                    phase.name(),
                    phase.category(),
                    phase.nature(),
                    lead.key(),
                    lead.name(),
                    phase.leader(),
                    phase.owner(),
                    phase.ownerId() == null ? null : personOf.get(phase.ownerId()),
                    phase.assisting().stream()
                            .map(each -> each.unit() == null
                                    ? new Line.Assist(null, each.name())
                                    : new Line.Assist(
                                            unit(each.unit()).key(),
                                            unit(each.unit()).name()))
                            .toList(),
                    phase.shares().stream()
                            .map(each -> new Line.Share(
                                    unit(each.street()).key(),
                                    unit(each.street()).name(),
                                    plain(each.share())))
                            .toList(),
                    phase.implementer(),
                    phase.remark());
        }

        private Line.NodeLine line(Node node) {
            Phase phase = phase(node.phase());
            return new Line.NodeLine(
                    key(node),
                    phase.projectCode(),
                    phase.name(),
                    node.name(),
                    node.planned(),
                    node.forecast(),
                    node.actual(),
                    node.owner(),
                    node.ownerId() == null ? null : personOf.get(node.ownerId()),
                    plainOrNull(node.weight()),
                    node.predecessors().stream()
                            .map(nodeOf::get)
                            .filter(Objects::nonNull)
                            .map(this::key)
                            .collect(Collectors.toUnmodifiableSet()),
                    node.durationDays(),
                    node.target() == null ? null : key(target(node.target())),
                    plainOrNull(node.quantity()),
                    node.approx(),
                    node.basis());
        }

        private Line.RecognitionLine line(Recognition row) {
            Phase phase = phase(row.phase());
            Target target = target(row.target());
            Node node = row.node() == null ? null : Objects.requireNonNull(nodeOf.get(row.node()));
            return new Line.RecognitionLine(
                    new Line.RecognitionLine.Key(
                            key(phase),
                            key(target),
                            node == null ? "" : key(node).node(),
                            Line.RecognitionLine.Key.identity(row.batch(), row.evidence())),
                    phase.projectCode(),
                    phase.name(),
                    target.code(),
                    row.occurredOn(),
                    plain(row.quantity()),
                    plainOrNull(row.denominator()),
                    row.approx(),
                    node == null ? null : node.name(),
                    row.batch(),
                    row.evidence(),
                    row.reason());
        }

        private Line.DecisionLine line(Decision decision) {
            Unit lead = unit(decision.lead());
            return new Line.DecisionLine(
                    new Line.DecisionLine.Key(decision.meetingDate(), NameKey.of(decision.matter())),
                    decision.matter(),
                    lead.key(),
                    lead.name(),
                    decision.assisting(),
                    decision.due(),
                    decision.status(),
                    decision.progress());
        }

        private Line.BlockerLine line(Blocker blocker) {
            Phase phase = phase(blocker.phase());
            Unit unit = blocker.responsibleUnit() == null ? null : unit(blocker.responsibleUnit());
            return new Line.BlockerLine(
                    new Line.BlockerLine.Key(key(phase), NameKey.of(blocker.problem())),
                    phase.projectCode(),
                    phase.name(),
                    blocker.problem(),
                    blocker.cause(),
                    unit == null ? null : unit.key(),
                    unit == null ? blocker.responsible() : unit.name(),
                    blocker.raisedOn(),
                    blocker.due(),
                    blocker.target() == null ? null : key(target(blocker.target())),
                    plainOrNull(blocker.quantity()),
                    blocker.approx(),
                    blocker.status());
        }

        private String key(Target target) {
            return NameKey.ofCode(target.code());
        }

        private Line.PhaseKey key(Phase phase) {
            return new Line.PhaseKey(NameKey.ofCode(phase.projectCode()), NameKey.of(phase.name()));
        }

        private Line.NodeKey key(Node node) {
            return new Line.NodeKey(key(phase(node.phase())), NameKey.of(node.name()));
        }

        private Unit unit(UnitId id) {
            return Objects.requireNonNull(unitOf.get(id));
        }

        private Target target(TargetId id) {
            return Objects.requireNonNull(targetOf.get(id));
        }

        private Phase phase(PhaseId id) {
            return Objects.requireNonNull(phaseOf.get(id));
        }

        private static BigDecimal plain(BigDecimal value) {
            return MeasureUnit.plain(value);
        }

        private static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal value) {
            return value == null ? null : MeasureUnit.plain(value);
        }
    }
}
