package cn.guatu.workbook;

import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.PersonId;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.progress.Recognition;
import cn.guatu.project.Assisting;
import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerData;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.Decision;
import cn.guatu.supervision.DecisionData;
import cn.guatu.supervision.DecisionService;
import cn.guatu.target.Allocation;
import cn.guatu.target.Target;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersionData;
import cn.guatu.workbook.rule.Change;
import cn.guatu.workbook.rule.Comparison;
import cn.guatu.workbook.rule.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a comparison through the services of the features, each kind of record in one go and after those that it refers to. */
@Component
class PlanWriter {
    private final OrgService org;
    private final TargetService targets;
    private final ProjectService projects;
    private final LedgerService ledger;
    private final DecisionService decisions;
    private final BlockerService blockers;

    PlanWriter(
            OrgService org,
            TargetService targets,
            ProjectService projects,
            LedgerService ledger,
            DecisionService decisions,
            BlockerService blockers) {
        this.org = org;
        this.targets = targets;
        this.projects = projects;
        this.ledger = ledger;
        this.decisions = decisions;
        this.blockers = blockers;
    }

    /**
     * @param reason why values of targets and ledger rows change, for those who look at them later
     */
    void write(Comparison comparison, HeldPlan held, String reason, Recording how) {
        new Writing(comparison, held, reason, how).all();
    }

    private final class Writing {
        private final Comparison comparison;
        private final HeldPlan held;
        private final String reason;
        private final Recording how;

        private final Map<String, UnitId> units = new HashMap<>();
        private final Map<Line.PersonKey, PersonId> people = new HashMap<>();
        private final Map<String, TargetId> targetIds = new HashMap<>();
        private final Map<Line.PhaseKey, PhaseId> phases = new HashMap<>();
        private final Map<Line.NodeKey, NodeId> nodes = new HashMap<>();

        Writing(Comparison comparison, HeldPlan held, String reason, Recording how) {
            this.comparison = comparison;
            this.held = held;
            this.reason = reason;
            this.how = how;
            held.units().forEach((key, unit) -> units.put(key, unit.id()));
            held.people().forEach((key, person) -> people.put(key, person.id()));
            held.targets().forEach((key, target) -> targetIds.put(key, target.id()));
            held.phases().forEach((key, phase) -> phases.put(key, phase.id()));
            held.nodes().forEach((key, node) -> nodes.put(key, node.id()));
        }

        void all() {
            units();
            people();
            targets();
            allocations();
            phases();
            nodes();
            recognitions();
            decisions();
            blockers();
        }

        private void units() {
            parentsFirst(
                    comparison.units().changes(),
                    line -> line.parent() == null || units.containsKey(line.parent()),
                    batch -> save(
                            batch,
                            change -> {
                                Line.UnitLine line = change.line();
                                return new UnitData(
                                        units.get(line.key()),
                                        line.name(),
                                        line.kind(),
                                        line.parent() == null ? null : units.get(line.parent()),
                                        line.sort());
                            },
                            org::saveUnits,
                            (line, id) -> units.put(line.key(), id)));
        }

        private void people() {
            save(
                    comparison.people().changes(),
                    change -> {
                        Line.PersonLine line = change.line();
                        boolean active = change.isNew()
                                || Objects.requireNonNull(held.people().get(line.key()))
                                        .active();
                        return new PersonData(
                                people.get(line.key()),
                                line.name(),
                                line.account(),
                                unit(line.unit()),
                                line.position(),
                                line.phone(),
                                line.email(),
                                active);
                    },
                    org::savePeople,
                    (line, id) -> people.put(line.key(), id));
        }

        private void targets() {
            int after = held.targets().values().stream()
                    .mapToInt(Target::sortOrder)
                    .max()
                    .orElse(0);
            List<Change<Line.TargetLine>> changes = comparison.targets().changes();
            List<Change<Line.TargetLine>> recordsChanged = changes.stream()
                    .filter(change ->
                            change.before() == null || !bare(change.line()).equals(bare(change.before())))
                    .toList();
            parentsFirst(
                    recordsChanged,
                    line -> line.parent() == null || targetIds.containsKey(line.parent()),
                    batch -> save(
                            batch,
                            change -> {
                                Line.TargetLine line = change.line();
                                Target before = held.targets().get(line.key());
                                return new TargetData(
                                        targetIds.get(line.key()),
                                        comparison.year(),
                                        line.code(),
                                        line.name(),
                                        line.unit(),
                                        line.kind(),
                                        line.direction(),
                                        line.base(),
                                        line.pace(),
                                        unit(line.lead()),
                                        line.leader(),
                                        line.source(),
                                        line.definition(),
                                        line.weight(),
                                        line.parent() == null ? null : target(line.parent()),
                                        line.ofWhich(),
                                        before == null ? after + change.at().row() : before.sortOrder());
                            },
                            targets::save,
                            (line, id) -> targetIds.put(line.key(), id)));

            List<TargetVersionData> versions = new ArrayList<>();
            Map<TargetId, SortedMap<Integer, BigDecimal>> plans = new LinkedHashMap<>();
            for (Change<Line.TargetLine> change : changes) {
                Line.TargetLine line = change.line();
                Line.TargetLine before = change.before();
                Line.Value value = line.version();
                if (value != null && (before == null || !value.equals(before.version()))) {
                    versions.add(new TargetVersionData(
                            target(line.key()),
                            value.status(),
                            value.value(),
                            value.approx(),
                            value.docNo(),
                            value.effective(),
                            reason,
                            how.actor()));
                }
                if (before == null ? !line.plan().isEmpty() : !line.plan().equals(before.plan())) {
                    plans.put(target(line.key()), line.plan());
                }
            }
            if (!versions.isEmpty()) {
                targets.addVersions(versions, how);
            }
            if (!plans.isEmpty()) {
                targets.savePlans(plans, how);
            }
        }

        /** What is kept in the record of the target itself. */
        private static Line.TargetLine bare(Line.TargetLine line) {
            return line.with(null).withPlan(java.util.Collections.emptySortedMap());
        }

        private void allocations() {
            List<Allocation> all = comparison.allocations().changes().stream()
                    .map(Change::line)
                    .map(line -> new Allocation(
                            target(line.key().target()), unit(line.key().unit()), line.value(), line.approx()))
                    .toList();
            if (!all.isEmpty()) {
                targets.saveAllocations(all, how);
            }
        }

        private void phases() {
            int after = held.phases().values().stream()
                    .mapToInt(Phase::sortOrder)
                    .max()
                    .orElse(0);
            save(
                    comparison.phases().changes(),
                    change -> {
                        Line.PhaseLine line = change.line();
                        Phase before = held.phases().get(line.key());
                        List<Share> shares = new ArrayList<>();
                        line.shares()
                                .forEach(each ->
                                        shares.add(new Share(unit(each.street()), each.share(), shares.size() + 1)));
                        return new PhaseData(
                                phases.get(line.key()),
                                line.projectCode(),
                                comparison.year(),
                                line.phaseName(),
                                line.projectName(),
                                line.category(),
                                line.nature(),
                                unit(line.lead()),
                                line.leader(),
                                line.owner(),
                                person(line.person()),
                                line.implementer(),
                                line.remark(),
                                before == null ? null : before.startsOn(),
                                line.assists().stream()
                                        .map(each -> new Assisting(
                                                each.unit() == null ? null : unit(each.unit()), each.name()))
                                        .toList(),
                                shares,
                                before == null ? after + change.at().row() : before.sortOrder());
                    },
                    projects::savePhases,
                    (line, id) -> phases.put(line.key(), id));
        }

        private void nodes() {
            int after = held.nodes().values().stream()
                    .mapToInt(Node::sortOrder)
                    .max()
                    .orElse(0);
            List<Change<Line.NodeLine>> changes = comparison.nodes().changes();
            save(
                    changes,
                    change -> {
                        Line.NodeLine line = change.line();
                        Node before = held.nodes().get(line.key());
                        return new NodeData(
                                nodes.get(line.key()),
                                phase(line.key().phase()),
                                line.name(),
                                line.planned(),
                                line.forecast(),
                                line.actual(),
                                line.owner(),
                                person(line.person()),
                                line.weight(),
                                line.duration(),
                                line.target() == null ? null : target(line.target()),
                                line.quantity(),
                                line.approx(),
                                line.basis(),
                                before == null ? after + change.at().row() : before.sortOrder());
                    },
                    projects::saveNodes,
                    (line, id) -> nodes.put(line.key(), id));
            Map<NodeId, Set<NodeId>> predecessors = new LinkedHashMap<>();
            for (Change<Line.NodeLine> change : changes) {
                Set<Line.NodeKey> before =
                        change.before() == null ? Set.of() : change.before().predecessors();
                if (!before.equals(change.line().predecessors())) {
                    predecessors.put(
                            node(change.line().key()),
                            change.line().predecessors().stream()
                                    .map(this::node)
                                    .collect(Collectors.toSet()));
                }
            }
            if (!predecessors.isEmpty()) {
                projects.savePredecessors(predecessors, how);
            }
        }

        /** A changed row is taken back as of its own date and posted anew (semantics §2). */
        private void recognitions() {
            List<NewRecognition> rows = new ArrayList<>();
            for (Change<Line.RecognitionLine> change : comparison.recognitions().changes()) {
                if (change.before() != null) {
                    Recognition old = Objects.requireNonNull(
                            held.recognitions().get(change.before().key()));
                    rows.add(new NewRecognition(
                            old.phase(),
                            old.target(),
                            old.node(),
                            old.batch(),
                            old.occurredOn(),
                            old.quantity().negate(),
                            old.denominator() == null ? null : old.denominator().negate(),
                            old.approx(),
                            old.evidence(),
                            reason,
                            old.id()));
                }
                Line.RecognitionLine line = change.line();
                rows.add(new NewRecognition(
                        phase(line.key().phase()),
                        target(line.key().target()),
                        line.key().node().isEmpty()
                                ? null
                                : node(new Line.NodeKey(
                                        line.key().phase(), line.key().node())),
                        line.batch(),
                        line.occurredOn(),
                        line.quantity(),
                        line.denominator(),
                        line.approx(),
                        line.evidence(),
                        line.reason(),
                        null));
            }
            if (!rows.isEmpty()) {
                ledger.postAll(rows, how);
            }
        }

        private void decisions() {
            int after = held.decisions().values().stream()
                    .mapToInt(Decision::sortOrder)
                    .max()
                    .orElse(0);
            save(
                    comparison.decisions().changes(),
                    change -> {
                        Line.DecisionLine line = change.line();
                        Decision before = held.decisions().get(line.key());
                        return new DecisionData(
                                before == null ? null : before.id(),
                                comparison.year(),
                                line.key().meeting(),
                                line.matter(),
                                unit(line.lead()),
                                line.assisting(),
                                line.due(),
                                line.status(),
                                line.progress(),
                                before == null ? after + change.at().row() : before.sortOrder());
                    },
                    decisions::save,
                    (line, id) -> {});
        }

        private void blockers() {
            int after = held.blockers().values().stream()
                    .mapToInt(Blocker::sortOrder)
                    .max()
                    .orElse(0);
            save(
                    comparison.blockers().changes(),
                    change -> {
                        Line.BlockerLine line = change.line();
                        Blocker before = held.blockers().get(line.key());
                        return new BlockerData(
                                before == null ? null : before.id(),
                                phase(line.key().phase()),
                                line.problem(),
                                line.cause(),
                                line.responsibleName(),
                                line.responsible() == null ? null : unit(line.responsible()),
                                line.raisedOn(),
                                line.due(),
                                line.target() == null ? null : target(line.target()),
                                line.quantity(),
                                line.approx(),
                                line.status(),
                                before == null ? after + change.at().row() : before.sortOrder());
                    },
                    blockers::save,
                    (line, id) -> {});
        }

        private <L extends Line, D, I> void save(
                List<Change<L>> changes, Function<Change<L>, D> data, Saver<D, I> saver, BiConsumer<L, I> remember) {
            if (changes.isEmpty()) {
                return;
            }
            List<I> ids = saver.save(changes.stream().map(data).toList(), how);
            for (int i = 0; i < ids.size(); i++) {
                remember.accept(changes.get(i).line(), ids.get(i));
            }
        }

        /** The comparison has made sure that parents exist and draw no circle. */
        private static <L extends Line> void parentsFirst(
                List<Change<L>> changes, Predicate<L> parentKnown, java.util.function.Consumer<List<Change<L>>> save) {
            List<Change<L>> left = new ArrayList<>(changes);
            while (!left.isEmpty()) {
                Map<Boolean, List<Change<L>>> ready =
                        left.stream().collect(Collectors.partitioningBy(change -> parentKnown.test(change.line())));
                if (Objects.requireNonNull(ready.get(true)).isEmpty()) {
                    throw new IllegalStateException("parents that are nowhere: "
                            + left.getFirst().line().label());
                }
                save.accept(Objects.requireNonNull(ready.get(true)));
                left = new ArrayList<>(Objects.requireNonNull(ready.get(false)));
            }
        }

        private UnitId unit(String key) {
            return Objects.requireNonNull(units.get(key));
        }

        private TargetId target(String key) {
            return Objects.requireNonNull(targetIds.get(key));
        }

        private PhaseId phase(Line.PhaseKey key) {
            return Objects.requireNonNull(phases.get(key));
        }

        private NodeId node(Line.NodeKey key) {
            return Objects.requireNonNull(nodes.get(key));
        }

        private @Nullable PersonId person(Line.@Nullable PersonKey key) {
            return key == null ? null : people.get(key);
        }
    }

    /** Saves many and gives their ids in the same order. */
    private interface Saver<D, I> {
        List<I> save(List<D> data, Recording how);
    }
}
