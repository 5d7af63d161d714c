package cn.guatu.scheduling;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.NameKey;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Category;
import cn.guatu.project.ProjectService;
import cn.guatu.scheduling.rule.StageGraph;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * 阶段模板. What can be applied is never changed: a change is a new number, first a draft, and the projects that were planned from an
 * older number keep it.
 */
@Service
public class StageTemplates {

    private static final int LONGEST_NAME = 64;
    private static final int MOST_STAGES = 100;

    private final TemplateQueries queries;
    private final TemplateStore store;
    private final ProjectService projects;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    StageTemplates(
            TemplateQueries queries,
            TemplateStore store,
            ProjectService projects,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.projects = projects;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /** All templates, by name, the latest number first. */
    public List<StageTemplate> all() {
        return transactions.readOnly(queries::all);
    }

    /** Those that can be applied. */
    public List<StageTemplate> active() {
        return all().stream()
                .filter(template -> template.state() == TemplateState.ACTIVE)
                .toList();
    }

    /** A template by its identity. */
    public StageTemplate get(TemplateId id) {
        return all().stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("这个阶段模板已不存在，请刷新。"));
    }

    /**
     * Makes a draft: of a new name, or the next number of a known one.
     *
     * @param name what it is called
     * @param stages the graph
     * @throws Refusal INVALID for a graph that is none, naming the stages of a cycle
     */
    @PreAuthorize(Permission.May.ADMINISTER)
    public TemplateId create(String name, Category category, @Nullable String remark, List<Stage> stages) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw Refusal.invalid("请填写模板名称（不超过 64 字）。");
        }
        requireGraph(stages);
        return transactions.execute(() -> {
            TemplateId id = store.create(stripped, category, remark, stages, how());
            changes.record(how(), "TEMPLATES", stripped);
            audit.record("template.create", stripped, null, stages);
            return id;
        });
    }

    /** Makes a template that can be applied at once, by the system itself. */
    public TemplateId establishAs(String name, Category category, String remark, List<Stage> stages, Recording how) {
        requireGraph(stages);
        return transactions.execute(() -> {
            TemplateId id = store.create(name, category, remark, stages, how);
            store.state(id, TemplateState.ACTIVE, how);
            changes.record(how, "TEMPLATES", name + "启用");
            return id;
        });
    }

    /** Changes a draft. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void edit(TemplateId id, int version, Category category, @Nullable String remark, List<Stage> stages) {
        StageTemplate before = get(id);
        if (before.state() != TemplateState.DRAFT) {
            throw Refusal.conflict("“" + before.title() + "”已" + before.state().label() + "，不能直接修改；请另起新版。");
        }
        requireGraph(stages);
        transactions.run(() -> {
            store.update(id, version, category, remark, stages, how());
            changes.record(how(), "TEMPLATES", before.title());
            audit.record("template.edit", before.title(), before.stages(), stages);
        });
    }

    /** Makes a draft the number that is applied from now on; the number before it is retired. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void activate(TemplateId id) {
        StageTemplate template = get(id);
        requireGraph(template.stages());
        transactions.run(() -> {
            store.retireOthers(template, how());
            store.state(id, TemplateState.ACTIVE, how());
            changes.record(how(), "TEMPLATES", template.title() + "启用");
            audit.record("template.activate", template.title(), template.state(), TemplateState.ACTIVE);
        });
    }

    /** Takes a template out of use; projects that were planned from it keep it. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void retire(TemplateId id) {
        StageTemplate template = get(id);
        transactions.run(() -> {
            store.state(id, TemplateState.RETIRED, how());
            changes.record(how(), "TEMPLATES", template.title() + "停用");
            audit.record("template.retire", template.title(), template.state(), TemplateState.RETIRED);
        });
    }

    /** The projects that were planned from a template, by name. */
    @PreAuthorize(Permission.May.READ)
    public List<String> users(TemplateId id) {
        return queries.usersOf(id).stream()
                .flatMap(phase -> projects.phase(phase).stream())
                .map(phase -> phase.year() + " 年 " + phase.projectName())
                .toList();
    }

    /**
     * Deletes a template that no project was planned from.
     *
     * @throws Refusal CONFLICT when one was; it names some
     */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void delete(TemplateId id) {
        StageTemplate template = get(id);
        List<String> users = users(id);
        if (!users.isEmpty()) {
            throw Refusal.conflict("“" + template.title() + "”已用于 " + users.size() + " 个项目（"
                    + String.join("、", users.subList(0, Math.min(3, users.size()))) + (users.size() > 3 ? "等" : "")
                    + "），不能删除，只能停用。");
        }
        transactions.run(() -> {
            store.delete(id);
            changes.record(how(), "TEMPLATES", template.title() + "删除");
            audit.record("template.delete", template.title(), template.stages(), null);
        });
    }

    /** Refuses what is no graph of stages; a cycle is named. */
    public static void requireGraph(List<Stage> stages) {
        if (stages.isEmpty()) {
            throw Refusal.invalid("模板至少要有一个阶段。");
        }
        if (stages.size() > MOST_STAGES) {
            throw Refusal.invalid("一个模板最多 " + MOST_STAGES + " 个阶段，现有 " + stages.size() + " 个。");
        }
        Set<String> names = new HashSet<>();
        for (Stage stage : stages) {
            if (stage.name().isBlank()) {
                throw Refusal.invalid("有一个阶段没有名称，请补上。");
            }
            if (!names.add(NameKey.of(stage.name()))) {
                throw Refusal.invalid("阶段“" + stage.name() + "”出现了两次，请更名或删去一个。");
            }
            if (stage.promised() < 0 || (stage.statutory() != null && stage.statutory() < 0)) {
                throw Refusal.invalid("阶段“" + stage.name() + "”的工期不能为负数。");
            }
            if (stage.statutory() != null && stage.promised() > stage.statutory()) {
                throw Refusal.invalid("阶段“" + stage.name() + "”的承诺工期 " + stage.promised() + " 个工作日超过法定时限 "
                        + stage.statutory() + " 个工作日，请更正。");
            }
        }
        cycleInWords(stages).ifPresent(sentence -> {
            throw Refusal.invalid(sentence);
        });
    }

    /** Names the stages that wait for each other, in a sentence; empty when there is no cycle. */
    public static Optional<String> cycleInWords(List<Stage> stages) {
        Map<Integer, String> nameOf =
                stages.stream().collect(Collectors.toMap(Stage::position, Stage::name, (one, other) -> one));
        Map<Integer, Set<Integer>> after = new HashMap<>();
        stages.forEach(stage -> after.put(stage.position(), stage.after()));
        List<Integer> cycle = new StageGraph(after).cycle();
        if (cycle.isEmpty()) {
            return Optional.empty();
        }
        String named = cycle.stream()
                .map(position -> nameOf.getOrDefault(position, ""))
                .collect(Collectors.joining(" → "));
        return Optional.of("阶段互为前置，形成循环：" + named + " → " + nameOf.getOrDefault(cycle.getFirst(), "") + "。请去掉其中一条连线。");
    }

    private Recording how() {
        return new Recording(clock.now(), user.account(), null, null);
    }
}
