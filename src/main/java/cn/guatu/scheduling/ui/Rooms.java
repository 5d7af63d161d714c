package cn.guatu.scheduling.ui;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.PageState;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.project.ScheduleService;
import cn.guatu.project.SlipHistory;
import cn.guatu.rollup.RollupService;
import cn.guatu.scheduling.HolidayService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The services that the pages of schedules ask, and the few questions that all of them have. It keeps nothing. */
@Component
record Rooms(
        ScheduleService schedules,
        SlipHistory slips,
        ProjectService projects,
        RollupService rollup,
        OrgService org,
        PlanYearService planYears,
        HolidayService holidays,
        CurrentUser user,
        BusinessClock clock) {

    /** Plan years, latest first. */
    List<Integer> years() {
        return planYears.years().stream()
                .map(PlanYear::year)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The year that the address names, else this one, else the latest; 0 when there is none. */
    int year(PageState address) {
        List<Integer> years = years();
        int thisYear = clock.today().getYear();
        return address.number(PageState.YEAR)
                .filter(years::contains)
                .orElseGet(() -> years.contains(thisYear) ? thisYear : years.isEmpty() ? 0 : years.getFirst());
    }

    Map<UnitId, String> unitNames() {
        return org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
    }

    /** Phases of the year that the caller sees, in the order of the workbook. */
    List<Phase> phases(int year) {
        AccessScope scope = user.scope();
        return projects.phases(year).stream()
                .filter(phase -> phase.isSeenBy(scope))
                .toList();
    }
}
