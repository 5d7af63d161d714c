package cn.guatu.supervision;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.rule.LadderMoments;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the ladder: days, hours and texts. Each change is a version; a step names the one that it was taken under. */
@Service
public class LadderRules {

    private final SettingsQueries queries;
    private final SettingsStore store;
    private final RetryingTransactions transactions;
    private final ReportDeadlines deadlines;
    private final WorkCalendars calendars;
    private final ChangeLog changes;
    private final AuditService audit;
    private final CurrentUser user;
    private final BusinessClock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    LadderRules(
            SettingsQueries queries,
            SettingsStore store,
            RetryingTransactions transactions,
            ReportDeadlines deadlines,
            WorkCalendars calendars,
            ChangeLog changes,
            AuditService audit,
            CurrentUser user,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.transactions = transactions;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.changes = changes;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * A version of the rules.
     *
     * @param version 0 are the rules as delivered
     */
    public record Version(int version, LadderSettings settings) {}

    /** The rules in force. */
    public Version current() {
        return queries.latest()
                .map(kept -> new Version(kept.version(), json.readValue(kept.document(), LadderSettings.class)))
                .orElse(new Version(0, LadderSettings.USUAL));
    }

    /**
     * Changes the rules.
     *
     * @param seen the version that the change was made on
     * @throws Refusal INVALID with what is wrong, CONFLICT when somebody else has changed them meanwhile
     */
    @PreAuthorize(Permission.May.OPERATE)
    public Version change(LadderSettings settings, int seen) {
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(String.join("", faults));
        }
        return transactions.execute(() -> {
            Version before = current();
            Recording how = new Recording(clock.now(), user.account(), null, null);
            if (before.version() != seen || !store.insert(seen + 1, json.writeValueAsString(settings), how)) {
                throw Refusal.conflict("督办规则刚刚被他人修改，请刷新后核对再保存。");
            }
            changes.record(how, "LADDER_RULES", "督办规则第 " + (seen + 1) + " 版");
            audit.record("ladder.rules", "第 " + (seen + 1) + " 版", before.settings(), settings);
            return new Version(seen + 1, settings);
        });
    }

    /** When the ladder acts in a week under some rules. */
    LadderMoments moments(ReportingWeek week, LadderSettings settings) {
        return LadderMoments.of(week, settings, deadlines.due(week), deadlines.closes(week), calendars.current());
    }
}
