package cn.guatu.progress;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.progress.ReportQueries.Before;
import cn.guatu.progress.ReportQueries.Item;
import cn.guatu.progress.ReportQueries.TargetFacts;
import cn.guatu.progress.ReportStore.Submitted;
import cn.guatu.progress.rule.ClaimRule;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.TargetId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * 每周填报: what is asked for in a week and what is said. There is one report of an item and a week, however often and by whomever it is
 * submitted: the unique key and the version see to it (semantics §12).
 */
@Service
public class ReportService {

    private static final Claim NOTHING = new Claim(null, null, null, null, null, null, null, null, null, false);
    private static final LocalTime REOPENED_UNTIL = LocalTime.of(18, 0);

    private final RetryingTransactions transactions;
    private final ReportQueries queries;
    private final ItemQueries items;
    private final ReportStore store;
    private final DraftStore drafts;
    private final EvidenceQueries evidence;
    private final ReportGate gate;
    private final ReportDeadlines deadlines;
    private final WorkCalendars calendars;
    private final ChangeLog changes;
    private final AuditService audit;
    private final CurrentUser user;
    private final BusinessClock clock;

    ReportService(
            RetryingTransactions transactions,
            ReportQueries queries,
            ItemQueries items,
            ReportStore store,
            DraftStore drafts,
            EvidenceQueries evidence,
            ReportGate gate,
            ReportDeadlines deadlines,
            WorkCalendars calendars,
            ChangeLog changes,
            AuditService audit,
            CurrentUser user,
            BusinessClock clock) {
        this.transactions = transactions;
        this.queries = queries;
        this.items = items;
        this.store = store;
        this.drafts = drafts;
        this.evidence = evidence;
        this.gate = gate;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.changes = changes;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Asks for reports, for the system. What is asked already stays as it is.
     *
     * @param year the plan year of the phases
     * @return how many items are newly asked for
     */
    public int ask(int year, ReportingWeek week, List<Ask> asks, Recording how) {
        if (asks.isEmpty()) {
            return 0;
        }
        return transactions.execute(() -> {
            int asked = store.ask(year, week, asks, how);
            if (asked > 0) {
                changes.record(how, year, "REPORT_REQUESTS", "%s：请报 %d 项".formatted(named(week), asked));
            }
            return asked;
        });
    }

    /** The items of weeks that were asked for or reported on, for the system: by week, then in the order of the phases and nodes. */
    public List<ReportItem> items(int year, ReportingWeek from, ReportingWeek to) {
        return items.items(year, from, to, clock.today());
    }

    /** The same as they were known at an instant: asked for, reported and sent back by then. */
    public List<ReportItem> items(int year, ReportingWeek from, ReportingWeek to, Instant knownAt) {
        return items.items(year, from, to, clock.today(), knownAt);
    }

    /** The report of an item that the caller sees; empty while there is none. */
    @PreAuthorize(Permission.May.READ)
    public Optional<WeeklyReport> report(ReportKey item) {
        gate.visible(item);
        return queries.find(item);
    }

    /** The reports of a week that the caller sees, by phase and node. */
    @PreAuthorize(Permission.May.READ)
    public List<WeeklyReport> reports(int year, ReportingWeek week) {
        return queries.ofWeek(year, week, user.scope());
    }

    /** Everything that happened to an item that the caller sees, the latest first, over all weeks. */
    @PreAuthorize(Permission.May.READ)
    public List<ReportStep> timeline(ReportKey item) {
        gate.visible(item);
        return items.steps(item);
    }

    /** The last steps of all items of a phase that the caller sees, the latest first. */
    @PreAuthorize(Permission.May.READ)
    public List<ReportStep> lastSteps(PhaseId phase, int most) {
        gate.visible(new ReportKey(ReportingWeek.containing(clock.today()), phase, null));
        return items.lastSteps(phase, most);
    }

    /**
     * Submits a report: the first one of the item, or another one in its place until it is approved. Saying the same again changes
     * nothing.
     *
     * @throws StaleReport when somebody else has changed it meanwhile, or it is approved
     * @throws Refusal INADMISSIBLE when the week is closed or the claim cannot stand, FORBIDDEN when somebody else answers for the item
     */
    @PreAuthorize(Permission.May.REPORT)
    public WeeklyReport submit(Submission submission) {
        Claim claim = submission.claim().asKept();
        ReportKey key = submission.item();
        Basis basis = basis(submission);
        return transactions.execute(() -> {
            Recording how = now();
            Item item = gate.toReport(key);
            requireOpen(key, how.at());
            TargetFacts target = targetOf(item, claim);
            Submitted wanted = new Submitted(key, item.year(), claim.cumulative() == null ? null : idOf(target), claim);
            String objection = objection(key, claim, target);
            Written written =
                    first(basis, wanted, objection, how).orElseGet(() -> inPlace(basis, wanted, objection, how));
            if (written.already()) {
                return written.report();
            }
            store.step(key, StepAction.SUBMITTED, written.report().version(), claim, null, null, null, how);
            if (item.drafted()) {
                drafts.discard(how.actor(), key);
            }
            changes.recordIn(
                    item.yearState(), how, item.year(), "REPORTS", item.title() + " " + named(key.week()) + "周报");
            return written.report();
        });
    }

    /**
     * Takes a report back that nobody has reviewed yet, such as a 无变化 clicked by mistake.
     *
     * @param seen the version that was seen
     */
    @PreAuthorize(Permission.May.REPORT)
    public WeeklyReport withdraw(ReportKey key, int seen) {
        return transactions.execute(() -> {
            Recording how = now();
            Item item = gate.toReport(key);
            requireOpen(key, how.at());
            WeeklyReport report = queries.lock(key).orElseThrow(() -> Refusal.notFound("这份周报不存在，请刷新。"));
            requireSeen(report, new Basis(seen, true), how.actor());
            if (report.state() != ReportState.SUBMITTED || !store.withdraw(report.id(), report.version())) {
                throw new StaleReport(
                        report, "这份周报%s，不能撤回。".formatted(report.state().label()));
            }
            store.step(key, StepAction.WITHDRAWN, report.version() + 1, report.claim(), null, null, null, how);
            changes.record(how, item.year(), "REPORTS", item.title() + " " + named(key.week()) + "周报撤回");
            return queries.find(key).orElseThrow();
        });
    }

    /** Opens an item of a closed week until 18:00 of the next working day, so that it may be reported after all. */
    @PreAuthorize(Permission.May.OPERATE)
    public Instant reopen(ReportKey key, String reason) {
        if (reason.isBlank() || reason.length() > 1_000) {
            throw Refusal.invalid("请填写重新开启的原因，不超过 1000 字。");
        }
        return transactions.execute(() -> {
            Recording how = now();
            Item item = gate.visible(key);
            Instant until = calendars
                    .current()
                    .nextWorkingDay(clock.today())
                    .atTime(REOPENED_UNTIL)
                    .atZone(BusinessClock.ZONE)
                    .toInstant();
            store.reopen(key, until, reason.strip(), how);
            store.step(
                    key,
                    StepAction.REOPENED,
                    queries.find(key).map(WeeklyReport::version).orElse(0),
                    NOTHING,
                    reason.strip(),
                    null,
                    null,
                    how);
            audit.record("report.reopen", item.title() + " " + key.week(), null, Map.of("reason", reason.strip()));
            changes.record(how, item.year(), "REPORTS", item.title() + " " + named(key.week()) + "周报重新开启");
            return until;
        });
    }

    /** The version that a report is written on, 0 for none; said by who submits it, or what was there when the submission came in. */
    private record Basis(int version, boolean said) {}

    // Who says no version replaces what he could know of, not what comes in while his own is on its way.
    private Basis basis(Submission submission) {
        Integer seen = submission.seenVersion();
        return seen != null
                ? new Basis(seen, true)
                : new Basis(
                        queries.find(submission.item())
                                .map(WeeklyReport::version)
                                .orElse(0),
                        false);
    }

    /** The report as it is kept; already, when somebody was faster and wrote the same. */
    private record Written(WeeklyReport report, boolean already) {}

    // Hardly ever is there a report already, so adding it is how one asks: what is there is looked at only when it
    // could not be added.
    private Optional<Written> first(Basis basis, Submitted wanted, @Nullable String objection, Recording how) {
        return objection != null || basis.version() > 0
                ? Optional.empty()
                : store.insert(wanted, how).map(id -> new Written(wanted.asFirst(id, how), false));
    }

    private Written inPlace(Basis basis, Submitted wanted, @Nullable String objection, Recording how) {
        Optional<WeeklyReport> there = queries.lock(wanted.item());
        if (there.isPresent() && isSame(there.get(), wanted.claim(), how.actor())) {
            return new Written(there.get(), true);
        }
        there.ifPresent(report -> requireSeen(report, basis, how.actor()));
        if (objection != null) {
            throw Refusal.inadmissible(objection);
        }
        return new Written(
                replaced(there.orElseThrow(() -> Refusal.conflict("这份周报已不存在，请刷新后重新填写。")), wanted, how), false);
    }

    private WeeklyReport replaced(WeeklyReport report, Submitted wanted, Recording how) {
        if (!store.replace(report.id(), report.version(), wanted, how)) {
            throw new StaleReport(report, "这份周报刚刚被他人修改，请刷新后核对。");
        }
        return wanted.inPlaceOf(report, how);
    }

    // A second click, a second tab or a lost answer: what is wanted is there already.
    private static boolean isSame(WeeklyReport report, Claim claim, String actor) {
        return report.state().isReported()
                && report.submittedBy().equals(actor)
                && report.claim().equals(claim);
    }

    private static void requireSeen(WeeklyReport report, Basis basis, String actor) {
        if (report.state() == ReportState.APPROVED) {
            throw new StaleReport(report, "本周周报已审核通过，不能再修改；如需更正，请在下周填报或联系牵头科室负责人。");
        }
        boolean mayReplace =
                basis.said() || report.submittedBy().equals(actor) || report.state() != ReportState.SUBMITTED;
        if (basis.version() != report.version() || !mayReplace) {
            String whoElse = report.submittedBy().equals(actor) ? "您已在另一个页面" : "他人已在您之前";
            throw new StaleReport(report, whoElse + "提交了这项周报，请比较后再提交。");
        }
    }

    private void requireOpen(ReportKey key, Instant now) {
        WorkCalendar calendar = calendars.current();
        WeekDeadlines setting = deadlines.setting();
        if (setting.isOpen(key.week(), calendar, now)
                || queries.reopenedUntil(key).filter(now::isBefore).isPresent()) {
            return;
        }
        if (now.isBefore(setting.opens(key.week(), calendar))) {
            throw Refusal.inadmissible("%s尚未开始填报。".formatted(named(key.week())));
        }
        ZonedDateTime closed = setting.closes(key.week(), calendar).atZone(BusinessClock.ZONE);
        throw Refusal.inadmissible("%s填报已于%s%s截止,请联系督查专员重新开启。"
                .formatted(
                        key.week().equals(ReportingWeek.containing(clock.today())) ? "本周" : named(key.week()),
                        "周" + "一二三四五六日".charAt(closed.getDayOfWeek().getValue() - 1),
                        closed.toLocalTime()));
    }

    private @Nullable String objection(ReportKey key, Claim claim, @Nullable TargetFacts target) {
        Before before = claim.cumulative() == null || target == null
                ? Before.NOTHING
                : queries.before(key.phase(), target.id(), key.week());
        return ClaimRule.objection(
                claim,
                new ClaimRule.Known(
                        target == null ? null : target.kind(),
                        target == null ? "" : target.unit(),
                        before.confirmed(),
                        before.lastClaim(),
                        key.node() != null,
                        claim.completedOn() == null ? 0 : evidence.count(key),
                        clock.today()));
    }

    private @Nullable TargetFacts targetOf(Item item, Claim claim) {
        if (item.node() != null || claim.cumulative() == null) {
            return item.target();
        }
        List<TargetFacts> targets = queries.targetsOf(item.phase());
        if (targets.size() > 1) {
            throw Refusal.inadmissible("该分期的节点计入多个指标，请按节点填报累计数。");
        }
        return targets.isEmpty() ? null : targets.getFirst();
    }

    private static @Nullable TargetId idOf(@Nullable TargetFacts target) {
        return target == null ? null : target.id();
    }

    private Recording now() {
        return new Recording(clock.now(), user.account(), null, null);
    }

    private static String named(ReportingWeek week) {
        return String.format(Locale.ROOT, "%d年第%d周", week.year(), week.week());
    }
}
