package cn.guatu.supervision.rule;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.supervision.LadderSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the ladder acts in a week: the round on each working day, the reminder before the reports are due, when they are due, and when the
 * week closes.
 *
 * @param week the week
 * @param ask when reports are asked for: on the first working day; null in a week without one
 * @param remind on the working day before they are due
 * @param due when they are due
 * @param closes when the week closes
 * @param all every instant at which there may be something to do, in order
 */
public record LadderMoments(
        ReportingWeek week, @Nullable Instant ask, Instant remind, Instant due, Instant closes, List<Instant> all) {

    /** Copies the list. */
    public LadderMoments {
        all = List.copyOf(all);
    }

    /** The moments of a week. */
    public static LadderMoments of(
            ReportingWeek week, LadderSettings settings, Instant due, Instant closes, WorkCalendar calendar) {
        LocalDate dueDay = LocalDate.ofInstant(due, BusinessClock.ZONE);
        Instant remind = at(calendar.previousWorkingDay(dueDay), settings.remindTime());
        Optional<LocalDate> first = workingDays(week, calendar).stream().findFirst();
        List<Instant> all = new ArrayList<>();
        first.ifPresent(day -> all.add(at(day, settings.askTime())));
        workingDays(week, calendar).forEach(day -> all.add(at(day, settings.roundTime())));
        all.addAll(List.of(remind, due, closes));
        Instant opens = at(week.firstDay(), LocalTime.MIN);
        return new LadderMoments(
                week,
                first.map(day -> at(day, settings.askTime())).orElse(null),
                remind,
                due,
                closes,
                all.stream()
                        .filter(moment -> !moment.isBefore(opens))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The last of them that has come; empty before the first. */
    public Optional<Instant> lastBy(Instant now) {
        return all.reversed().stream().filter(moment -> !moment.isAfter(now)).findFirst();
    }

    /** The end of the Sunday. */
    public Instant end() {
        return at(week.lastDay().plusDays(1), LocalTime.MIN).minusMillis(1);
    }

    private static List<LocalDate> workingDays(ReportingWeek week, WorkCalendar calendar) {
        return week.firstDay()
                .datesUntil(week.lastDay().plusDays(1))
                .filter(calendar::isWorkingDay)
                .toList();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessClock.ZONE).toInstant();
    }
}
