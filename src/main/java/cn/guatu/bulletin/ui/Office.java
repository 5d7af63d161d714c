package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.AnalysisService;
import cn.guatu.bulletin.BulletinService;
import cn.guatu.bulletin.ScorecardService;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.CurrentUser;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The services that the pages of documents ask, and the few questions that all of them have. It keeps nothing. */
@Component
record Office(
        BulletinService bulletins,
        ScorecardService cards,
        AnalysisService analysis,
        PlanYearService planYears,
        CurrentUser user,
        BusinessClock clock) {

    /** Plan years that have begun, latest first. */
    List<Integer> years() {
        return planYears.years().stream()
                .map(PlanYear::year)
                .filter(year -> !LocalDate.of(year, 1, 1).isAfter(clock.today()))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Months of a year that have begun, latest first. */
    List<Integer> months(int year) {
        LocalDate today = clock.today();
        int last = today.getYear() > year ? 12 : today.getMonthValue();
        return IntStream.rangeClosed(1, last)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
