package cn.guatu.scheduling;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.CalendarException;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** 工作日历: holidays and make-up days of the State Council's notices, as administrators take them down. */
@Service
public class HolidayService {

    private static final int LONGEST_HOLIDAY = 31;

    private final WorkCalendars calendars;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    HolidayService(
            WorkCalendars calendars,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.calendars = calendars;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /** The days of a year that differ from an ordinary week, in order. */
    public List<CalendarException> days(int year) {
        return calendars.exceptions(year);
    }

    /** Whether the notice of a year was taken down. */
    public boolean isKnown(int year) {
        return !calendars.exceptions(year).isEmpty();
    }

    /** What is missing, in a sentence: this year's notice, and from October on the next year's too; empty when nothing is. */
    public String warning() {
        LocalDate today = clock.today();
        List<Integer> missing = Stream.of(today.getYear(), today.getMonthValue() >= 10 ? today.getYear() + 1 : 0)
                .filter(year -> year > 0 && !isKnown(year))
                .toList();
        return missing.isEmpty() ? "" : warning(missing.getFirst());
    }

    /** That the notice of a year is missing, in a sentence; empty when it is not. */
    public String warning(int year) {
        return isKnown(year) ? "" : year + "年放假安排尚未录入：该年暂按周一至周五为工作日推算，国务院办公厅通知发布后请管理员录入。";
    }

    /**
     * Takes down a holiday or make-up days.
     *
     * @param from the first day
     * @param to the last day, not before the first
     * @param off whether they are off; else they are worked
     * @param name what it is called
     */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void take(LocalDate from, LocalDate to, boolean off, String name) {
        if (name.isBlank() || name.length() > LONGEST_HOLIDAY) {
            throw Refusal.invalid("请填写名称，例如：春节、国庆节调休。");
        }
        if (to.isBefore(from)) {
            throw Refusal.invalid("结束日期早于开始日期，请更正。");
        }
        if (from.plusDays(LONGEST_HOLIDAY).isBefore(to)) {
            throw Refusal.invalid("一次最多录入 31 天，请核对起止日期。");
        }
        List<CalendarException> days = from.datesUntil(to.plusDays(1))
                .map(day -> new CalendarException(day, off, name.strip()))
                .toList();
        transactions.run(() -> {
            calendars.put(days);
            changes.record(how(), "CALENDAR", name.strip() + " " + from + " 至 " + to);
            audit.record("calendar.take", name.strip(), null, from + " 至 " + to + (off ? " 放假" : " 上班"));
        });
    }

    /** Makes a day ordinary again. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void remove(LocalDate day) {
        transactions.run(() -> {
            calendars.remove(List.of(day));
            changes.record(how(), "CALENDAR", "恢复 " + day);
            audit.record("calendar.remove", day.toString(), null, null);
        });
    }

    private Recording how() {
        return new Recording(clock.now(), user.account(), null, null);
    }
}
