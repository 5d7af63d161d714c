package cn.guatu.scheduling;

import cn.guatu.org.NameKey;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.project.ScheduleService;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Applies stage templates to phases, counted back from the required finish, and says where a phase differs from its template. */
@Service
public class TemplateUse {

    private final StageTemplates templates;
    private final TemplateQueries queries;
    private final TemplateStore store;
    private final ProjectService projects;
    private final ScheduleService schedules;
    private final TargetService targets;
    private final WorkCalendars calendars;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    TemplateUse(
            StageTemplates templates,
            TemplateQueries queries,
            TemplateStore store,
            ProjectService projects,
            ScheduleService schedules,
            TargetService targets,
            WorkCalendars calendars,
            AuditService audit,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.templates = templates;
        this.queries = queries;
        this.store = store;
        this.projects = projects;
        this.schedules = schedules;
        this.targets = targets;
        this.calendars = calendars;
        this.audit = audit;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What applying would do: nothing is saved.
     *
     * @param finish when the last stage must be finished
     */
    public TemplatePreview preview(PhaseId phase, TemplateId template, LocalDate finish) {
        return preview(phase(phase), templates.get(template), finish);
    }

    private TemplatePreview preview(Phase phase, StageTemplate template, LocalDate finish) {
        return new TemplateFit(phase, template, finish, projects.nodes(phase.id()), named(phase.year()))
                .preview(calendars.current(), clock.today());
    }

    private Map<String, TargetId> named(int year) {
        return targets.targets(year).stream()
                .collect(Collectors.toMap(target -> NameKey.of(target.name()), Target::id, (one, other) -> one));
    }

    /**
     * Applies a template: creates its nodes with dates counted back, and gives nodes of the same names that are open the template's dates,
     * durations and predecessors. What is done and what the template does not know stays; what counts for a target that no stage counts
     * for comes after the last stages. All phases or none.
     *
     * @param ids the phases
     * @param acceptOutsideYear whether dates outside the plan year are meant
     * @throws Refusal FORBIDDEN, or INVALID when dates lie outside the plan year and that was not accepted
     */
    @PreAuthorize(Permission.May.READ)
    public void apply(Collection<PhaseId> ids, TemplateId template, LocalDate finish, boolean acceptOutsideYear) {
        StageTemplate wanted = templates.get(template);
        if (wanted.state() != TemplateState.ACTIVE) {
            throw Refusal.conflict("“" + wanted.title() + "”" + wanted.state().label() + "，不能套用；请选择启用的模板。");
        }
        List<Phase> phases = ids.stream().map(this::phase).toList();
        for (Phase phase : phases) {
            if (!schedules.mayReschedule(phase)) {
                throw Refusal.forbidden("“" + phase.projectName() + "”的节点由牵头科室负责人或计划管理员套用模板。");
            }
            List<String> outside = preview(phase, wanted, finish).outsideYear();
            if (!outside.isEmpty() && !acceptOutsideYear) {
                throw Refusal.invalid("“" + phase.projectName() + "”的“" + String.join("、", outside) + "”倒排到 "
                        + phase.year() + " 年以外，请确认后再套用，或调整完成日期。");
            }
        }
        transactions.run(() -> {
            for (Phase phase : phases) {
                applyAs(phase.id(), template, finish, new Recording(clock.now(), user.account(), phase.year(), null));
                audit.record("template.apply", phase.projectName(), null, wanted.title() + "，完成日期 " + finish);
            }
        });
    }

    /** Like {@link #apply}, by the system itself. */
    public void applyAs(PhaseId id, TemplateId template, LocalDate finish, Recording how) {
        transactions.run(() -> {
            Phase phase = phase(id);
            TemplatePreview preview = preview(phase, templates.get(template), finish);
            Map<String, TargetId> named = named(phase.year());
            int order =
                    projects.nodes(id).stream().mapToInt(Node::sortOrder).max().orElse(0);
            List<NodeData> nodes = new ArrayList<>();
            List<Integer> positions = new ArrayList<>();
            Map<NodeId, Integer> origin = new HashMap<>();
            for (PlannedStage planned : preview.stages()) {
                if (planned.kept()) {
                    origin.put(
                            Objects.requireNonNull(planned.existing()).id(),
                            planned.stage().position());
                } else {
                    nodes.add(node(phase.id(), planned, named, ++order));
                    positions.add(planned.stage().position());
                }
            }
            List<NodeId> ids = projects.saveNodes(nodes, how);
            for (int i = 0; i < ids.size(); i++) {
                origin.put(ids.get(i), positions.get(i));
            }
            Map<NodeId, Set<NodeId>> predecessors = predecessors(preview.template(), origin);
            Set<NodeId> last = new HashSet<>(predecessors.keySet());
            predecessors.values().forEach(last::removeAll);
            for (Node node : preview.closing()) {
                projects.saveNodes(
                        List.of(NodeDraft.of(node)
                                .planned(finish)
                                .order(++order)
                                .made()),
                        how);
            }
            preview.closing().forEach(node -> predecessors.put(node.id(), last));
            projects.savePredecessors(predecessors, how);
            store.applied(id, template, finish, origin, how);
            schedules.keepBaselineAs(id, "套用" + preview.template().title() + "，要求 " + finish + " 完成", how);
        });
    }

    private static NodeData node(PhaseId phase, PlannedStage planned, Map<String, TargetId> targets, int order) {
        Stage stage = planned.stage();
        Node held = planned.existing();
        NodeDraft draft = held == null
                ? NodeDraft.create(phase, stage.name(), planned.finish())
                : NodeDraft.of(held).name(planned.name()).planned(planned.finish());
        if (held == null || held.weight() == null) {
            draft.weight(stage.weight());
        }
        if ((held == null || held.target() == null) && stage.recognises() != null) {
            draft.target(targets.get(NameKey.of(stage.recognises())));
        }
        if (held == null || held.basis() == null) {
            draft.basis(stage.evidence());
        }
        return draft.duration(stage.promised()).order(order).made();
    }

    private static Map<NodeId, Set<NodeId>> predecessors(StageTemplate template, Map<NodeId, Integer> origin) {
        Map<Integer, NodeId> byPosition = new HashMap<>();
        origin.forEach((node, position) -> byPosition.put(position, node));
        Map<NodeId, Set<NodeId>> predecessors = new LinkedHashMap<>();
        for (Stage stage : template.stages()) {
            predecessors.put(
                    Objects.requireNonNull(byPosition.get(stage.position())),
                    stage.after().stream()
                            .map(position -> Objects.requireNonNull(byPosition.get(position)))
                            .collect(Collectors.toSet()));
        }
        return predecessors;
    }

    /** The templates that can be applied. */
    public List<StageTemplate> choices() {
        return templates.active();
    }

    /** The template that a phase was planned from; empty when it was not. */
    public Optional<StageTemplate> templateOf(PhaseId phase) {
        return queries.templateOf(phase).map(templates::get);
    }

    /** Where a phase differs from the very number of the template that it was planned from, a sentence each. */
    public List<String> differences(PhaseId phase) {
        StageTemplate template = templateOf(phase).orElse(null);
        if (template == null) {
            return List.of();
        }
        Map<NodeId, Integer> positions = queries.positions(phase);
        Map<Integer, Node> nodes = new HashMap<>();
        List<String> found = new ArrayList<>();
        List<Node> held = projects.nodes(phase);
        for (Node node : held) {
            Integer position = positions.get(node.id());
            if (position == null) {
                found.add("多出节点“" + node.name() + "”：模板没有。");
            } else {
                nodes.put(position, node);
            }
        }
        Map<Integer, Stage> stages =
                template.stages().stream().collect(Collectors.toMap(Stage::position, Function.identity()));
        Map<NodeId, Node> byId = held.stream().collect(Collectors.toMap(Node::id, Function.identity()));
        for (Stage stage : template.stages()) {
            @Nullable Node node = nodes.get(stage.position());
            if (node == null) {
                found.add("缺少阶段“" + stage.name() + "”。");
                continue;
            }
            if (!NameKey.of(node.name()).equals(NameKey.of(stage.name()))) {
                found.add("“" + stage.name() + "”改名为“" + node.name() + "”。");
            }
            int days = Objects.requireNonNullElse(node.durationDays(), 0);
            if (days != stage.promised()) {
                found.add("“" + node.name() + "”工期 " + days + " 个工作日，模板 " + stage.promised() + " 个"
                        + (stage.statutory() != null && days > stage.statutory()
                                ? "，并超过法定时限 " + stage.statutory() + " 个"
                                : "")
                        + "。");
            }
            Set<String> wanted = stage.after().stream()
                    .map(position ->
                            Objects.requireNonNull(stages.get(position)).name())
                    .collect(Collectors.toSet());
            Set<String> has = node.predecessors().stream()
                    .map(before -> positions.containsKey(before)
                            ? Objects.requireNonNull(stages.get(positions.get(before)))
                                    .name()
                            : byId.containsKey(before) ? byId.get(before).name() : "其他项目的节点")
                    .collect(Collectors.toSet());
            if (!has.equals(wanted)) {
                found.add("“" + node.name() + "”的前置为" + list(has) + "，模板为" + list(wanted) + "。");
            }
        }
        return found;
    }

    private static String list(Set<String> names) {
        return names.isEmpty() ? "无" : names.stream().sorted().collect(Collectors.joining("、", "“", "”"));
    }

    private Phase phase(PhaseId id) {
        return projects.phase(id).orElseThrow(() -> Refusal.notFound("该分期已不存在，请刷新。"));
    }
}
