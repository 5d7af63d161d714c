package cn.guatu.scheduling;

import cn.guatu.org.NameKey;
import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.project.ScheduleService;
import cn.guatu.project.ScheduleVersion;
import cn.guatu.project.VersionKind;
import cn.guatu.project.schedule.DayDoubts;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Takes a phase's nodes from a file of MS Project or Primavera: read, compare, confirm, apply. */
@Service
public class ScheduleFiles {

    /**
     * What a task would become.
     *
     * @param task the task of the file
     * @param planned 计划完成; null when the file has no date for it: it cannot be taken
     * @param existing the node of that name that the phase has; null: one is created
     * @param kept whether the node stays as it is, because it is done
     */
    public record Line(
            FileTask task,
            @Nullable LocalDate planned,
            @Nullable Node existing,
            boolean kept) {}

    private final ProjectService projects;
    private final ScheduleService schedules;
    private final OrgService org;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    ScheduleFiles(
            ProjectService projects,
            ScheduleService schedules,
            OrgService org,
            AuditService audit,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.projects = projects;
        this.schedules = schedules;
        this.org = org;
        this.audit = audit;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The tasks of a file.
     *
     * @throws Refusal TOO_LARGE above 20 MB, UNSUPPORTED for another kind, INVALID for one that cannot be read
     */
    @PreAuthorize(Permission.May.READ)
    public List<FileTask> read(String fileName, byte[] bytes) {
        return ScheduleFileReader.read(fileName, bytes);
    }

    /** The people that the resources of a file go by, as far as their names are known and mean one person. */
    public Map<String, PersonId> people(List<FileTask> tasks) {
        Map<String, List<Person>> byName = org.people().stream()
                .filter(Person::active)
                .collect(Collectors.groupingBy(person -> NameKey.of(person.name())));
        Map<String, PersonId> people = new LinkedHashMap<>();
        for (FileTask task : tasks) {
            if (task.resource() != null) {
                List<Person> named = byName.getOrDefault(NameKey.of(task.resource()), List.of());
                if (named.size() == 1) {
                    people.put(task.resource(), named.getFirst().id());
                }
            }
        }
        return people;
    }

    /** What the chosen tasks would become; nothing is saved. */
    public List<Line> preview(PhaseId phase, List<FileTask> tasks, FileMapping mapping) {
        Map<String, Node> held = new HashMap<>();
        projects.nodes(phase).forEach(node -> held.put(NameKey.of(node.name()), node));
        return tasks.stream()
                .filter(task -> mapping.tasks().contains(task.uid()))
                .map(task -> {
                    Node node = held.get(NameKey.of(task.name()));
                    LocalDate planned =
                            mapping.fromBaseline() && task.baseline() != null ? task.baseline() : task.finish();
                    return new Line(task, planned, node, node != null && node.actual() != null);
                })
                .toList();
    }

    /** What must be asked before the chosen tasks are taken: dates outside the plan year, or before the project begins. */
    public List<String> doubts(PhaseId id, List<FileTask> tasks, FileMapping mapping) {
        return projects.phase(id)
                .map(phase -> doubts(phase, preview(id, tasks, mapping)))
                .orElse(List.of());
    }

    /**
     * Takes the chosen tasks over as nodes of the phase and keeps that as a version of its schedule.
     *
     * @param fileName names the source in the reason
     * @return how many nodes were made or changed
     * @throws Refusal INVALID for dates that are to be asked about and were not accepted, for tasks without a date and for a cycle
     */
    @PreAuthorize(Permission.May.READ)
    public int apply(PhaseId id, String fileName, List<FileTask> tasks, FileMapping mapping) {
        Phase phase = projects.phase(id).orElseThrow(() -> Refusal.notFound("该分期已不存在，请刷新。"));
        if (!schedules.mayReschedule(phase)) {
            throw Refusal.forbidden("“" + phase.projectName() + "”的排期由牵头科室负责人或计划管理员导入。");
        }
        List<Line> lines = preview(id, tasks, mapping);
        requireTakeable(phase, lines, mapping);
        Recording how = new Recording(clock.now(), user.account(), phase.year(), null);
        return transactions.execute(() -> {
            List<Line> taken = lines.stream().filter(line -> !line.kept()).toList();
            int order =
                    projects.nodes(id).stream().mapToInt(Node::sortOrder).max().orElse(0);
            Map<PersonId, String> names = org.people().stream().collect(Collectors.toMap(Person::id, Person::name));
            List<NodeData> nodes = new ArrayList<>();
            for (Line line : taken) {
                nodes.add(node(phase, line, mapping, names, ++order));
            }
            List<NodeId> ids = projects.saveNodes(nodes, how);
            Map<Integer, NodeId> byUid = new HashMap<>();
            List<ScheduleVersion.Move> moves = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                Line line = taken.get(i);
                byUid.put(line.task().uid(), ids.get(i));
                LocalDate was = line.existing() == null ? null : line.existing().planned();
                LocalDate becomes = Objects.requireNonNull(line.planned());
                if (!becomes.equals(was)) {
                    moves.add(new ScheduleVersion.Move(ids.get(i), nodes.get(i).name(), was, becomes));
                }
            }
            lines.stream()
                    .filter(Line::kept)
                    .forEach(line -> byUid.put(
                            line.task().uid(),
                            Objects.requireNonNull(line.existing()).id()));
            projects.savePredecessors(predecessors(taken, byUid), how);
            schedules.keepVersionAs(id, VersionKind.IMPORT, "导入《" + fileName + "》", moves, how);
            audit.record("schedule.import", phase.projectName(), null, fileName + "：" + taken.size() + " 个节点");
            return taken.size();
        });
    }

    private static void requireTakeable(Phase phase, List<Line> lines, FileMapping mapping) {
        if (lines.isEmpty()) {
            throw Refusal.invalid("没有选择要导入的任务。");
        }
        String undated =
                names(lines.stream().filter(line -> line.planned() == null).toList());
        if (!undated.isEmpty()) {
            throw Refusal.invalid("“" + undated + "”在文件里没有完成日期，请去掉勾选或在原文件中补上。");
        }
        List<String> doubts = doubts(phase, lines);
        if (!doubts.isEmpty() && !mapping.acceptDates()) {
            throw Refusal.invalid(String.join("", doubts) + "请确认后再导入。");
        }
    }

    private static List<String> doubts(Phase phase, List<Line> lines) {
        return lines.stream()
                .filter(line -> !line.kept())
                .flatMap(
                        line -> DayDoubts.of(
                                phase.year(),
                                phase.startsOn(),
                                "“" + line.task().name() + "”的计划完成",
                                line.planned())
                                .stream())
                .toList();
    }

    private static String names(List<Line> lines) {
        return lines.stream().limit(5).map(line -> line.task().name()).collect(Collectors.joining("、"))
                + (lines.size() > 5 ? "等 " + lines.size() + " 个" : "");
    }

    private static NodeData node(Phase phase, Line line, FileMapping mapping, Map<PersonId, String> names, int order) {
        Node held = line.existing();
        FileTask task = line.task();
        String resource = mapping.withOwners() ? task.resource() : null;
        Integer days = mapping.withDurations() ? task.durationDays() : null;
        LocalDate planned = Objects.requireNonNull(line.planned());
        NodeDraft draft = held == null
                ? NodeDraft.create(phase.id(), task.name(), planned).order(order)
                : NodeDraft.of(held).planned(planned);
        if (resource != null) {
            PersonId person = mapping.people().get(resource);
            draft.owner(person == null ? resource : names.getOrDefault(person, resource), person);
        }
        if (days != null) {
            draft.duration(days);
        }
        return draft.made();
    }

    private static Map<NodeId, Set<NodeId>> predecessors(List<Line> taken, Map<Integer, NodeId> byUid) {
        Map<NodeId, Set<NodeId>> predecessors = new LinkedHashMap<>();
        for (Line line : taken) {
            predecessors.put(
                    Objects.requireNonNull(byUid.get(line.task().uid())),
                    line.task().after().stream()
                            .map(byUid::get)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
        }
        return predecessors;
    }

    /** People who can be meant by a resource, by name. */
    public List<Person> choices() {
        return org.people().stream().filter(Person::active).toList();
    }
}
