package cn.guatu.planning;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.UnitId;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.Handles;
import cn.guatu.planning.rule.PlanStep;
import cn.guatu.planning.rule.Removal;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersion;
import cn.guatu.target.VersionStatus;
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
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * 分解台: reads a year as it is being broken down, and makes changes to it step by step. A step is done as a whole or not at all, and
 * never over what somebody else has changed meanwhile.
 */
@Service
public class BreakdownService {

    private final TargetService targets;
    private final ProjectService projects;
    private final OrgService org;
    private final PlanYearService years;
    private final PlanningQueries queries;
    private final UndatedStore undated;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    BreakdownService(
            TargetService targets,
            ProjectService projects,
            OrgService org,
            PlanYearService years,
            PlanningQueries queries,
            UndatedStore undated,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.targets = targets;
        this.projects = projects;
        this.org = org;
        this.years = years;
        this.queries = queries;
        this.undated = undated;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The year as the caller sees it: all targets, for a slice those that it has to do with and what they belong to.
     *
     * @throws Refusal NOT_FOUND when there is no such year
     */
    @PreAuthorize(Permission.May.READ)
    public Breakdown load(int year) {
        AccessScope scope = user.scope();
        return transactions.readOnly(() -> {
            List<Phase> phases = projects.phases(year).stream()
                    .filter(phase -> phase.isSeenBy(scope))
                    .toList();
            Set<PhaseId> seen = phases.stream().map(Phase::id).collect(Collectors.toSet());
            List<Node> nodes = projects.nodes(year).stream()
                    .filter(node -> seen.contains(node.phase()))
                    .toList();
            List<Target> shown = shown(targets.targets(year), nodes, scope);
            Map<TargetId, TargetVersion> values = new HashMap<>();
            Set<TargetId> provisional = new HashSet<>();
            Map<TargetId, List<TargetVersion>> versions =
                    targets.versions(year).stream().collect(Collectors.groupingBy(TargetVersion::target));
            for (Target target : shown) {
                List<TargetVersion> own = versions.getOrDefault(target.id(), List.of());
                TargetVersion.inForce(own, LocalDate.of(year, 12, 31))
                        .ifPresent(version -> values.put(target.id(), version));
                if (own.stream().allMatch(version -> version.status() == VersionStatus.PROVISIONAL)) {
                    provisional.add(target.id());
                }
            }
            return new Breakdown(
                    year,
                    years.require(year).state(),
                    shown,
                    values,
                    provisional,
                    phases,
                    nodes,
                    queries.undated(year),
                    targets.allocations(year),
                    org.units(),
                    org.people(),
                    projects.projectCodes());
        });
    }

    /** Whether the caller may change targets, and phases whoever leads them. */
    @PreAuthorize(Permission.May.READ)
    public boolean mayPlanAll() {
        return user.has(Permission.PLAN);
    }

    /** Whether the caller may change what this department leads. */
    @PreAuthorize(Permission.May.READ)
    public boolean mayPlan(UnitId lead) {
        return user.mayPlan(lead);
    }

    /**
     * Makes a step.
     *
     * @param handles what the ids in the step stand for; learns the ids of new records
     * @return the step that takes it back
     * @throws Refusal FORBIDDEN for what the caller may not change, CONFLICT when somebody else has changed it since, INVALID when it
     *     breaks a rule, such as nodes that would wait for each other
     */
    @PreAuthorize(Permission.May.READ)
    public PlanStep perform(int year, PlanStep step, Handles handles) {
        record Made(PlanStep inverse, Handles handles) {}
        Made made = transactions.execute(() -> {
            Handles copy = handles.copy();
            StepWriter writer = new StepWriter(
                    year,
                    targets,
                    projects,
                    undated,
                    user,
                    new Recording(clock.now(), user.account(), year, null),
                    copy);
            return new Made(new PlanStep(step.words(), writer.write(step.changes())), copy);
        });
        handles.takeOver(made.handles());
        return made.inverse();
    }

    /** What relies on the records that would be removed. What is relied on cannot be removed, only retired. */
    @PreAuthorize(Permission.May.READ)
    public List<Reliance> dependents(Removal removal) {
        return transactions.readOnly(() -> {
            Map<Long, String> targetNames = new LinkedHashMap<>();
            removal.targets().forEach(each -> targetNames.put(each.id().value(), "指标“" + each.name() + "”"));
            Map<Long, String> phaseNames = new LinkedHashMap<>();
            removal.phases().forEach(each -> phaseNames.put(each.id().value(), "项目“" + each.projectName() + "”"));
            Map<Long, String> nodeNames = new LinkedHashMap<>();
            removal.nodes().forEach(each -> nodeNames.put(each.id().value(), "节点“" + each.name() + "”"));
            List<Reliance> all = new ArrayList<>();
            all.addAll(reliances("target", targetNames));
            all.addAll(reliances("phase", phaseNames));
            all.addAll(reliances("node", nodeNames));
            return all;
        });
    }

    private List<Reliance> reliances(String table, Map<Long, String> names) {
        Map<Long, Map<String, Integer>> counts = queries.dependents(table, names.keySet());
        return names.entrySet().stream()
                .filter(each -> counts.containsKey(each.getKey()))
                .map(each -> new Reliance(each.getValue(), counts.getOrDefault(each.getKey(), Map.of())))
                .toList();
    }

    private static List<Target> shown(List<Target> all, List<Node> nodes, AccessScope scope) {
        if (scope.isEverything()) {
            return all;
        }
        Map<TargetId, Target> byId = all.stream().collect(Collectors.toMap(Target::id, each -> each));
        Set<TargetId> shown = new HashSet<>();
        Set<TargetId> served =
                nodes.stream().map(Node::target).filter(Objects::nonNull).collect(Collectors.toSet());
        for (Target target : all) {
            if (served.contains(target.id()) || scope.departments().contains(target.lead())) {
                for (Target at = target; at != null; at = at.parent() == null ? null : byId.get(at.parent())) {
                    shown.add(at.id());
                }
            }
        }
        return all.stream().filter(each -> shown.contains(each.id())).toList();
    }
}
