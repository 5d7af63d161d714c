package cn.guatu.rollup.ui;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.LedgerService;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.target.TargetService;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The services that the desk's pages ask, and the few questions that all of them have. It keeps nothing. */
@Component
record Desk(
        RollupService rollup,
        TargetService targets,
        ProjectService projects,
        LedgerService ledger,
        OrgService org,
        PlanYearService planYears,
        CurrentUser user,
        BusinessClock clock) {

    /** Plan years, latest first. */
    List<Integer> years() {
        return planYears.years().stream()
                .map(PlanYear::year)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The year that a page shows when its address names none: this one, else the latest. */
    int usualYear(List<Integer> years) {
        return PlanYear.usual(years, clock.today()).orElseThrow();
    }

    /** The cut-off that a page shows when its address names none: today, but not beyond the plan year. */
    LocalDate usualDay(int year) {
        return PlanYear.usualDay(year, clock.today());
    }

    Recording recording(int year) {
        return new Recording(clock.now(), user.account(), year, null);
    }

    Map<UnitId, Unit> units() {
        return org.units().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    /** Streets, in their order, that a filter of the person may name. */
    List<String> streets(AccessScope scope) {
        return names(scope, scope.streets(), UnitKind.STREET);
    }

    /** Departments and task forces, in their order, that a filter of the person may name. */
    List<String> departments(AccessScope scope) {
        return Stream.concat(
                        names(scope, scope.departments(), UnitKind.DEPARTMENT).stream(),
                        names(scope, scope.departments(), UnitKind.TASK_FORCE).stream())
                .toList();
    }

    /** A department works in every street and a street with every department: only units of the kind of the slice are limited to it. */
    private List<String> names(AccessScope scope, Set<UnitId> slice, UnitKind kind) {
        return org.units().stream()
                .filter(unit ->
                        unit.kind() == kind && (scope.isEverything() || slice.isEmpty() || slice.contains(unit.id())))
                .sorted(Comparator.comparing(Unit::sortOrder, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(Unit::name))
                .map(Unit::name)
                .toList();
    }

    /** Whose figures a person with this scope sees, in words. */
    String scopeInWords(AccessScope scope) {
        if (scope.isEverything()) {
            return "全区";
        }
        Map<UnitId, Unit> units = units();
        return Stream.concat(scope.departments().stream(), scope.streets().stream())
                .map(units::get)
                .filter(Objects::nonNull)
                .map(Unit::name)
                .sorted()
                .collect(Collectors.joining("、"));
    }

    /** Phases of the year that the scope sees. */
    List<Phase> phases(int year, AccessScope scope) {
        return projects.phases(year).stream()
                .filter(phase -> phase.isSeenBy(scope))
                .toList();
    }
}
