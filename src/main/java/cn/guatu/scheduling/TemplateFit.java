package cn.guatu.scheduling;

import cn.guatu.org.NameKey;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.schedule.NodeTimes;
import cn.guatu.project.schedule.Schedule;
import cn.guatu.project.schedule.Task;
import cn.guatu.target.TargetId;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final boolean isNew;

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
        this.isNew = nodes.isEmpty();
        nodes.forEach(node -> left.put(NameKey.of(node.name()), node));
    }

    TemplatePreview preview(WorkCalendar calendar, LocalDate today) {
        Map<Stage, Node> existing = existing();
        List<Node> closing = left.values().stream()
                .filter(node -> node.actual() == null
                        && node.target() != null
                        && node.predecessors().isEmpty())
                .toList();
        LocalDate begin = phase.startsOn() == null ? LocalDate.of(phase.year(), 1, 1) : phase.startsOn();
        LocalDate start = begin.isBefore(today) && isNew ? today : begin;
        Map<NodeId, NodeTimes> times =
                Schedule.of(tasks(start, closing), calendar).times();
        List<PlannedStage> stages = new ArrayList<>();
        int worst = 0;
        for (Stage stage : template.stages()) {
            NodeTimes when = Objects.requireNonNull(times.get(new NodeId(stage.position())));
            Node held = existing.get(stage);
            LocalDate done = held == null || held.actual() == null ? null : held.planned();
            stages.add(new PlannedStage(
                    stage, when.latestStart(), done == null ? when.latestFinish() : done, held, done != null));
            worst = Math.min(worst, when.totalFloat());
        }
        List<String> outside = stages.stream()
                .filter(stage -> !stage.kept() && stage.finish().getYear() != phase.year())
                .map(stage -> stage.stage().name())
                .toList();
        List<String> others = left.values().stream()
                .filter(node -> !closing.contains(node))
                .map(Node::name)
                .toList();
        return new TemplatePreview(template, stages, -worst, inversion(worst, start), outside, closing, others);
    }

    private String inversion(int worst, LocalDate start) {
        return worst == 0 ? "" : "倒挂 " + -worst + " 个工作日：自 " + start + " 起按模板工期排到 " + finish + " 不够；请推迟完成日期、压缩工期或提前启动。";
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
