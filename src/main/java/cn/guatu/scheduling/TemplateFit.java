package cn.guatu.scheduling;

import cn.guatu.org.NameKey;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.schedule.NodeTimes;
import cn.guatu.project.schedule.Outlook;
import cn.guatu.project.schedule.Schedule;
import cn.guatu.project.schedule.Task;
import cn.guatu.project.schedule.Terms;
import cn.guatu.target.TargetId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a template fits a phase: which of its nodes are stages already, what is counted where, and which dates come out when one counts
 * back from the required finish.
 */
final class TemplateFit {

    private final Phase phase;
    private final StageTemplate template;
    private final LocalDate finish;
    private final Map<String, TargetId> named;
    private final Map<String, Node> left = new LinkedHashMap<>();

    /**
     * A fit to be worked out.
     *
     * @param finish when the last stage must be finished
     * @param nodes what the phase has
     * @param named targets of the year by the key of their name
     */
    TemplateFit(Phase phase, StageTemplate template, LocalDate finish, List<Node> nodes, Map<String, TargetId> named) {
        this.phase = phase;
        this.template = template;
        this.finish = finish;
        this.named = named;
        nodes.forEach(node -> left.put(NameKey.of(node.name()), node));
    }

    TemplatePreview preview(WorkCalendar calendar, LocalDate today) {
        Map<Stage, Node> existing = existing();
        List<Node> closing = left.values().stream()
                .filter(node -> node.actual() == null
                        && node.target() != null
                        && node.predecessors().isEmpty())
                .toList();
        LocalDate start = phase.startsOn() == null ? LocalDate.of(phase.year(), 1, 1) : phase.startsOn();
        List<Task> tasks = tasks(start, closing);
        Map<NodeId, NodeTimes> times = Schedule.of(tasks, calendar).times();
        List<PlannedStage> stages = new ArrayList<>();
        Map<NodeId, LocalDate> done = new HashMap<>();
        for (Stage stage : template.stages()) {
            NodeTimes when = Objects.requireNonNull(times.get(new NodeId(stage.position())));
            Node held = existing.get(stage);
            LocalDate actual = held == null ? null : held.actual();
            if (actual != null) {
                done.put(new NodeId(stage.position()), actual);
            }
            LocalDate finished = held == null || actual == null ? when.latestFinish() : held.planned();
            stages.add(new PlannedStage(stage, when.latestStart(), finished, held, actual != null));
        }
        // Seen from today, as the page of the project will see it once this is saved.
        List<Outlook.Inverted> inverted = Outlook.of(
                        tasks.stream().map(task -> asSaved(task, times, done)).toList(), calendar, today)
                .inverted();
        List<String> outside = stages.stream()
                .filter(stage -> !stage.kept() && stage.finish().getYear() != phase.year())
                .map(stage -> stage.stage().name())
                .toList();
        List<String> others = left.values().stream()
                .filter(node -> !closing.contains(node))
                .map(Node::name)
                .toList();
        return new TemplatePreview(
                template,
                stages,
                inverted.isEmpty() ? 0 : inverted.getFirst().workingDays(),
                inverted.isEmpty() ? "" : words(inverted.getFirst()),
                outside,
                closing,
                others);
    }

    private static Task asSaved(Task task, Map<NodeId, NodeTimes> times, Map<NodeId, LocalDate> done) {
        return new Task(
                task.id(),
                task.name(),
                task.phase(),
                task.start(),
                task.duration(),
                Objects.requireNonNull(times.get(task.id())).latestFinish(),
                task.predecessors(),
                new Terms(null, List.of(), done.get(task.id()), 1));
    }

    private static String words(Outlook.Inverted worst) {
        return "倒挂 " + worst.workingDays() + " 个工作日：按模板工期，“" + worst.name() + "”最早 " + worst.earliest() + " 完成，晚于要求的 "
                + worst.required() + "；请推迟完成日期、压缩工期或提前启动。";
    }

    /** The node of each stage's name, else the only open one that counts for what the stage counts for. */
    private Map<Stage, Node> existing() {
        Map<Stage, Node> existing = new LinkedHashMap<>();
        for (Stage stage : template.stages()) {
            @Nullable Node held = left.remove(NameKey.of(stage.name()));
            if (held != null) {
                existing.put(stage, held);
            }
        }
        for (Stage stage : template.stages()) {
            TargetId target = stage.recognises() == null ? null : named.get(NameKey.of(stage.recognises()));
            List<Node> counted = left.values().stream()
                    .filter(node -> target != null && target.equals(node.target()) && node.actual() == null)
                    .toList();
            if (!existing.containsKey(stage) && counted.size() == 1) {
                existing.put(stage, counted.getFirst());
                left.remove(NameKey.of(counted.getFirst().name()));
            }
        }
        return existing;
    }

    /** Every stage as a task by its position; what is last must be finished on the day, the others when those after them say. */
    private List<Task> tasks(LocalDate start, List<Node> closing) {
        Set<Integer> waitedFor = new HashSet<>();
        template.stages().forEach(stage -> waitedFor.addAll(stage.after()));
        List<Task> tasks = new ArrayList<>();
        Set<NodeId> last = new HashSet<>();
        int highest = 0;
        for (Stage stage : template.stages()) {
            NodeId id = new NodeId(stage.position());
            boolean isLast = !waitedFor.contains(stage.position());
            if (isLast) {
                last.add(id);
            }
            highest = Math.max(highest, stage.position());
            tasks.add(new Task(
                    id,
                    stage.name(),
                    phase.id(),
                    start,
                    stage.promised(),
                    isLast && closing.isEmpty() ? finish : null,
                    stage.after().stream().map(NodeId::new).collect(Collectors.toSet())));
        }
        for (Node node : closing) {
            tasks.add(new Task(
                    new NodeId(++highest),
                    node.name(),
                    phase.id(),
                    start,
                    Objects.requireNonNullElse(node.durationDays(), 0),
                    finish,
                    last));
        }
        return tasks;
    }
}
