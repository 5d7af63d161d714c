package cn.guatu.progress;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Remembered;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.time.Instant;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** When weeks open, are due and close: a setting, applied to the calendar of working days (semantics §12). */
@Service
public class ReportDeadlines {

    private final DeadlineStore store;
    private final DeadlineQueries queries;
    private final Remembered<WeekDeadlines> setting;
    private final WorkCalendars calendars;
    private final RetryingTransactions transactions;
    private final AuditService audit;
    private final ChangeLog changes;
    private final CurrentUser user;
    private final BusinessClock clock;

    ReportDeadlines(
            DeadlineStore store,
            DeadlineQueries queries,
            WorkCalendars calendars,
            RetryingTransactions transactions,
            AuditService audit,
            ChangeLog changes,
            CurrentUser user,
            BusinessClock clock) {
        this.store = store;
        this.queries = queries;
        this.setting = new Remembered<>(queries::setting);
        this.calendars = calendars;
        this.transactions = transactions;
        this.audit = audit;
        this.changes = changes;
        this.user = user;
        this.clock = clock;
    }

    /** The setting as it stands. */
    public WeekDeadlines setting() {
        return setting.get();
    }

    /** Changes the setting, also for the week that is being reported on. */
    @PreAuthorize(Permission.May.OPERATE)
    public void change(WeekDeadlines wanted) {
        if (wanted.closeDay().compareTo(wanted.dueDay()) < 0
                || (wanted.closeDay() == wanted.dueDay() && !wanted.closeTime().isAfter(wanted.dueTime()))) {
            throw Refusal.invalid("截止时间须晚于应报时间，请核对。");
        }
        transactions.run(() -> {
            WeekDeadlines before = queries.setting();
            if (before.equals(wanted)) {
                return;
            }
            setting.changing();
            store.save(wanted);
            audit.record("week.deadlines", "填报时限", before, wanted);
            changes.record(new Recording(clock.now(), user.account(), null, null), "WEEK_DEADLINES", "填报时限");
        });
    }

    /** When reports of the week are due. */
    public Instant due(ReportingWeek week) {
        return setting().due(week, calendars.current());
    }

    /** When the week closes. */
    public Instant closes(ReportingWeek week) {
        return setting().closes(week, calendars.current());
    }

    /** Whether the week may be reported on now. */
    public boolean isOpen(ReportingWeek week) {
        return setting().isOpen(week, calendars.current(), clock.now());
    }

    /** The week that is reported on now: this one, and the next one when this one has closed. */
    public ReportingWeek current() {
        return setting().current(calendars.current(), clock.now());
    }
}
