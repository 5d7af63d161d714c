package cn.guatu.planning;

import cn.guatu.org.UnitId;
import cn.guatu.planning.rule.Contents;
import cn.guatu.planning.rule.Handles;
import cn.guatu.planning.rule.PlanChange;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseDraft;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Allocation;
import cn.guatu.target.Target;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetDraft;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersion;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the changes of one step in one transaction and collects what takes them back. What a change was made on must still be so:
 * either nobody has written the record since, or it says again what it said.
 */
final class StepWriter {

    private final int year;
    private final TargetService targets;
    private final ProjectService projects;
    private final UndatedStore undated;
    private final CurrentUser user;
    private final Recording how;
    private final Handles handles;
    private final Map<NodeId, Set<NodeId>> waits = new LinkedHashMap<>();
    private final List<PlanChange> inverse = new ArrayList<>();

    StepWriter(
            int year,
            TargetService targets,
            ProjectService projects,
            UndatedStore undated,
            CurrentUser user,
            Recording how,
            Handles handles) {
        this.year = year;
        this.targets = targets;
        this.projects = projects;
        this.undated = undated;
        this.user = user;
        this.how = how;
        this.handles = handles;
    }

    /** Writes the changes in their order; what nodes wait for comes last, when all of them are there. */
    List<PlanChange> write(List<PlanChange> changes) {
        for (PlanChange change : changes) {
            switch (change) {
                case PlanChange.OfTarget it -> target(it);
                case PlanChange.OfValue it -> value(it);
                case PlanChange.OfAllocations it -> allocations(it);
                case PlanChange.OfPhase it -> phase(it);
                case PlanChange.OfNode it -> node(it);
            }
        }
        Map<NodeId, Set<NodeId>> resolved = new LinkedHashMap<>();
        waits.forEach((node, waited) -> resolved.put(node, handles.now(waited)));
        projects.savePredecessors(resolved, how);
        return refreshed(inverse).reversed();
    }

    private void target(PlanChange.OfTarget change) {
        require(user.has(Permission.PLAN), "只有督查专员和系统管理员可以修改指标。");
        TargetData after = change.after();
        if (change.before() == null) {
            TargetData wanted = resolved(Objects.requireNonNull(after), null);
            TargetId id = targets.save(List.of(wanted), how).getFirst();
            handles.stands(after.id(), id);
            inverse.add(new PlanChange.OfTarget(found(targets.find(id), wanted.name()), null));
            return;
        }
        Target seen = change.before();
        Target now = found(targets.find(handles.now(seen.id())), seen.name());
        requireSame(now.version() == seen.version() || Contents.same(now, seen), now.name());
        if (after == null) {
            inverse.add(new PlanChange.OfTarget(null, TargetDraft.of(now).made()));
            targets.remove(now.id(), now.version(), how);
        } else {
            targets.edit(resolved(after, now.id()), now.version(), how);
            inverse.add(new PlanChange.OfTarget(
                    found(targets.find(now.id()), now.name()),
                    TargetDraft.of(now).made()));
        }
    }

    private TargetData resolved(TargetData data, @Nullable TargetId id) {
        return TargetDraft.of(data)
                .id(id)
                .partOf(data.parent() == null ? null : handles.now(data.parent()), data.ofWhich())
                .made();
    }

    /** A value that is still 预计 is written over by a later 预计 of the same day; what is 下达 goes through a proposal. */
    private void value(PlanChange.OfValue change) {
        require(user.has(Permission.PLAN), "只有督查专员和系统管理员可以修改目标值。");
        TargetId id = handles.now(change.target());
        Target target = found(targets.find(id), "指标");
        List<TargetVersion> versions = targets.versions(id);
        if (versions.stream().anyMatch(version -> version.status() != VersionStatus.PROVISIONAL)) {
            throw Refusal.conflict("“" + target.name() + "”的目标值已正式下达，请在“目标版本”中提出调整，由责任领导批准。");
        }
        BigDecimal now = TargetVersion.inForce(versions, LocalDate.of(year, 12, 31))
                .map(TargetVersion::value)
                .orElse(null);
        requireSame(same(now, change.before()), target.name());
        LocalDate from = versions.stream()
                .map(TargetVersion::effectiveFrom)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.of(year, 1, 1));
        targets.addVersion(
                new TargetVersionData(
                        id, VersionStatus.PROVISIONAL, change.after(), false, null, from, "分解台编制", user.account()),
                how);
        inverse.add(new PlanChange.OfValue(id, change.after(), now));
    }

    private void allocations(PlanChange.OfAllocations change) {
        require(user.has(Permission.PLAN), "只有督查专员和系统管理员可以分解指标。");
        TargetId id = handles.now(change.target());
        targets.replaceAllocations(id, of(id, change.before()), of(id, change.after()), how);
        inverse.add(new PlanChange.OfAllocations(id, change.after(), change.before()));
    }

    private static List<Allocation> of(TargetId id, List<Allocation> parts) {
        return parts.stream()
                .map(part -> new Allocation(id, part.unit(), part.value(), part.approx()))
                .toList();
    }

    private void phase(PlanChange.OfPhase change) {
        PhaseData after = change.after();
        if (change.before() == null) {
            PhaseData wanted = Objects.requireNonNull(after);
            requireMayPlan(wanted.lead());
            PhaseId id = projects.savePhases(
                            List.of(PhaseDraft.of(wanted).id(null).made()), how)
                    .getFirst();
            handles.stands(wanted.id(), id);
            inverse.add(new PlanChange.OfPhase(found(projects.phase(id), wanted.projectName()), null));
            return;
        }
        Phase seen = change.before();
        Phase now = found(projects.phase(handles.now(seen.id())), seen.projectName());
        requireMayPlan(now.lead());
        requireSame(now.version() == seen.version() || Contents.same(now, seen), now.projectName());
        if (after == null) {
            inverse.add(new PlanChange.OfPhase(null, PhaseDraft.of(now).made()));
            projects.removePhase(now.id(), now.version(), how);
        } else {
            requireMayPlan(after.lead());
            projects.editPhase(PhaseDraft.of(after).id(now.id()).made(), now.version(), how);
            inverse.add(new PlanChange.OfPhase(
                    found(projects.phase(now.id()), now.projectName()),
                    PhaseDraft.of(now).made()));
        }
    }

    private void node(PlanChange.OfNode change) {
        NodeData after = change.after();
        if (change.before() == null) {
            NodeData wanted = resolved(Objects.requireNonNull(after), null);
            requireMayPlanPhase(wanted.phase());
            NodeId id = projects.saveNodes(List.of(wanted), how).getFirst();
            handles.stands(after.id(), id);
            waits.put(id, change.waitsFor());
            mark(id, change.undated(), wanted.planned());
            inverse.add(new PlanChange.OfNode(
                    found(projects.node(id), wanted.name()), null, Set.of(), false, change.undated()));
            return;
        }
        Node seen = change.before();
        Node now = found(projects.node(handles.now(seen.id())), seen.name());
        requireMayPlanPhase(now.phase());
        requireSame(now.version() == seen.version() || isAgain(now, seen), now.name());
        if (after == null) {
            inverse.add(new PlanChange.OfNode(
                    null, NodeDraft.of(now).made(), now.predecessors(), change.wasUndated(), false));
            projects.removeNode(now.id(), now.version(), how);
            return;
        }
        NodeData wanted = resolved(after, now.id());
        requireMayPlanPhase(wanted.phase());
        projects.editNode(wanted, now.version(), how);
        if (!handles.now(change.waitsFor()).equals(handles.now(seen.predecessors()))) {
            // What a node waits for is not part of its version.
            requireSame(now.predecessors().equals(handles.now(seen.predecessors())), now.name());
            waits(now, change.waitsFor());
        }
        mark(now.id(), change.undated(), wanted.planned());
        inverse.add(new PlanChange.OfNode(
                found(projects.node(now.id()), now.name()),
                NodeDraft.of(now).made(),
                now.predecessors(),
                change.wasUndated(),
                change.undated()));
    }

    /** What is let go is let go at once, so that it may be removed by a later change of the step. */
    private void waits(Node now, Set<NodeId> wanted) {
        Set<NodeId> kept = new HashSet<>(now.predecessors());
        kept.retainAll(handles.now(wanted));
        if (kept.size() < now.predecessors().size()) {
            projects.savePredecessors(Map.of(now.id(), kept), how);
        }
        if (!kept.equals(handles.now(wanted))) {
            waits.put(now.id(), wanted);
        }
    }

    private NodeData resolved(NodeData data, @Nullable NodeId id) {
        return NodeDraft.of(data)
                .id(id)
                .phase(handles.now(data.phase()))
                .target(data.target() == null ? null : handles.now(data.target()))
                .made();
    }

    private void mark(NodeId node, boolean isUndated, LocalDate planned) {
        if (isUndated) {
            undated.assume(node, planned);
        } else {
            undated.decided(node);
        }
    }

    private boolean isAgain(Node now, Node seen) {
        return Contents.same(now, seen)
                && now.phase().equals(handles.now(seen.phase()))
                && Objects.equals(now.target(), seen.target() == null ? null : handles.now(seen.target()))
                && now.predecessors().equals(handles.now(seen.predecessors()));
    }

    /** What nodes wait for was written after them: the way back starts from how they are in the end. */
    private List<PlanChange> refreshed(List<PlanChange> changes) {
        return changes.stream()
                .map(change -> change instanceof PlanChange.OfNode it && it.before() != null
                        ? new PlanChange.OfNode(
                                projects.node(it.before().id()).orElse(it.before()),
                                it.after(),
                                it.waitsFor(),
                                it.undated(),
                                it.wasUndated())
                        : change)
                .toList();
    }

    private void requireMayPlan(UnitId lead) {
        require(user.mayPlan(lead), "您只能修改本科室牵头的项目和节点。");
    }

    private void requireMayPlanPhase(PhaseId phase) {
        requireMayPlan(found(projects.phase(phase), "项目").lead());
    }

    private static void require(boolean may, String sentence) {
        if (!may) {
            throw Refusal.forbidden(sentence);
        }
    }

    private static void requireSame(boolean same, String name) {
        if (!same) {
            throw Refusal.conflict("“" + name + "”刚刚被他人修改，您的修改没有保存；请核对后重试。");
        }
    }

    private static <T> T found(Optional<T> record, String name) {
        return record.orElseThrow(() -> Refusal.notFound("“" + name + "”已被他人删除，请核对。"));
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
