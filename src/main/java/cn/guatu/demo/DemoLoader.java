package cn.guatu.demo;

import cn.guatu.org.PlanYearService;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.workbook.ImportReport;
import cn.guatu.workbook.PlanFile;
import cn.guatu.workbook.WorkbookService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration year at {@code --demo}, once: imports the district's workbook as it stood at the start of the year and at each month's
 * end since, at those instants, so that the history of what was known when is there too.
 */
@Component
@ConditionalOnProperty("guatu.demo")
class DemoLoader {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final String ACTOR = "演示数据";
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final WorkbookService workbooks;
    private final PlanYearService years;
    private final DemoAccounts accounts;
    private final BusinessClock clock;
    private final List<DemoChapter> chapters;

    DemoLoader(
            WorkbookService workbooks,
            PlanYearService years,
            DemoAccounts accounts,
            BusinessClock clock,
            List<DemoChapter> chapters) {
        this.chapters = chapters.stream()
                .sorted(Comparator.comparingInt(DemoChapter::order))
                .toList();
        this.workbooks = workbooks;
        this.years = years;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Before the first administrator's link is printed: the demonstration has one. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void load() {
        LocalDate today = clock.today();
        int year = today.getYear();
        if (years.find(year).isEmpty()) {
            DemoYear demo = new DemoYear(year, year * 10_000L + 101);
            for (LocalDate day : days(today)) {
                LOG.info("正在生成演示数据:{}月{}日的一张表…", day.getMonthValue(), day.getDayOfMonth());
                takeIn(demo, day);
            }
            for (DemoChapter chapter : chapters) {
                LOG.info("正在生成演示数据:{}…", chapter.title());
                chapter.write(demo, today);
            }
        }
        accounts.open();
    }

    /** The start of the year, each month's end up to now, and now. */
    static List<LocalDate> days(LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate start = LocalDate.of(today.getYear(), 1, 5);
        if (start.isBefore(today)) {
            days.add(start);
        }
        for (LocalDate end = LocalDate.of(today.getYear(), 1, 31);
                end.isBefore(today);
                end = end.plusDays(1).plusMonths(1).minusDays(1)) {
            days.add(end);
        }
        days.add(today);
        return days;
    }

    private void takeIn(DemoYear demo, LocalDate day) {
        PlanFile file = new PlanFile(
                "演示年度任务一张表-%d月%d日.xlsx".formatted(day.getMonthValue(), day.getDayOfMonth()),
                DemoWorkbook.write(DemoSheets.on(demo, day)));
        ImportReport report = day.equals(clock.today())
                ? workbooks.applyAs(ACTOR, file, demo.year())
                : clock.at(
                        day.atTime(MORNING).atZone(clock.zone()).toInstant(),
                        () -> workbooks.applyAs(ACTOR, file, demo.year()));
        if (!report.applied()) {
            throw new IllegalStateException("The demonstration workbook of " + day + " was refused: " + report);
        }
    }
}
