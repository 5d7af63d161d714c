package cn.guatu.assessment;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.MonthState;
import cn.guatu.org.MonthStep;
import cn.guatu.org.MonthStepTaken;
import cn.guatu.org.PlanMonth;
import cn.guatu.org.PlanMonths;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The cycle of a month: 开放 → 截数 → 审核 → 异议 → 发布 → 重开 (semantics §13). Each step is one transaction that leaves the month in
 * exactly one state, whoever asks, however often, and wherever the server dies.
 */
@Service
public class MonthService {

    /** The objection window, in working days after the day on which it is opened. */
    static final int OBJECTION_DAYS = 2;

    private final PlanMonths months;
    private final PlanYearService years;
    private final AssessmentService assessment;
    private final Publication publication;
    private final Checklist checklist;
    private final SnapshotStore drafts;
    private final RetryingTransactions transactions;
    private final WorkCalendars calendars;
    private final ChangeLog changes;
    private final AuditService audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final CurrentUser user;

    MonthService(
            PlanMonths months,
            PlanYearService years,
            AssessmentService assessment,
            Publication publication,
            Checklist checklist,
            SnapshotStore drafts,
            RetryingTransactions transactions,
            WorkCalendars calendars,
            ChangeLog changes,
            AuditService audit,
            ApplicationEventPublisher events,
            BusinessClock clock,
            CurrentUser user) {
        this.months = months;
        this.years = years;
        this.assessment = assessment;
        this.publication = publication;
        this.checklist = checklist;
        this.drafts = drafts;
        this.transactions = transactions;
        this.calendars = calendars;
        this.changes = changes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.user = user;
    }

    /**
     * All twelve months of a year with their locks; everybody may see them.
     *
     * @throws Refusal NOT_FOUND for an unknown year
     */
    @PreAuthorize(Permission.May.READ)
    public List<PlanMonth> months(int year) {
        years.require(year);
        return months.months(year);
    }

    /** The journal of a month, oldest first. */
    @PreAuthorize(Permission.May.READ)
    public List<MonthStepTaken> journal(int year, int month) {
        assessment.require(year, month);
        return months.steps(year, month);
    }

    /** What stands against the next step of a month; empty when nothing does. */
    @PreAuthorize(Permission.May.READ)
    public List<Finding> checklist(int year, int month) {
        PlanMonth at = assessment.require(year, month);
        return nextStep(at.state()).map(step -> checklist.against(at, step)).orElse(List.of());
    }

    /**
     * Takes a step of the cycle. What the checklist has against it is kept with the reason.
     *
     * @param reason why the step is taken all the same; null: none is given
     * @param strict whether findings without a reason stop the step
     * @throws Refusal CONFLICT when another step comes first, or the checklist stops it
     */
    @PreAuthorize(Permission.May.OPERATE)
    public StepTaken take(int year, int month, MonthStep step, @Nullable String reason, boolean strict) {
        return takeAs(user.account(), year, month, step, reason, strict);
    }

    /** Approves the draft result, as a leader does in the objection window. */
    @PreAuthorize(Permission.May.APPROVE)
    public StepTaken approve(int year, int month, @Nullable String note) {
        return takeAs(user.account(), year, month, MonthStep.APPROVE, note, false);
    }

    /** Takes a step for the system itself; nobody is signed in, so the actor is named. */
    public StepTaken takeAs(
            String actor, int year, int month, MonthStep step, @Nullable String reason, boolean strict) {
        PlanMonth before = assessment.require(year, month);
        if (!StepRule.mayTake(before, step)) {
            return new StepTaken(before, false, List.of(), 0, 0);
        }
        Instant at = clock.now();
        // A publication reads everything anyway: the checklist looks at the same figures.
        Publication.Prepared prepared = step == MonthStep.PUBLISH ? publication.prepare(before.calendar(), at) : null;
        List<Finding> findings = prepared == null
                ? checklist.against(before, step)
                : checklist.against(before, step, prepared.draft().facts().figures());
        if (strict && reason == null && !findings.isEmpty()) {
            throw Refusal.conflict("%s：%s。请先处理；确需继续的，请说明理由。".formatted(before.title() + step.label(), words(findings)));
        }
        Recording how = new Recording(at, actor, year, null);
        if (prepared != null) {
            return published(before, prepared, reason, findings, how);
        }
        if (step == MonthStep.REVIEW) {
            return drawn(before, step, reason, findings, how);
        }
        PlanMonth now = transactions.execute(() -> moved(before, step, reason, findings, how));
        return new StepTaken(now, true, findings, 0, 0);
    }

    /**
     * Re-opens a published month for one person until a moment (重新开启).
     *
     * @throws Refusal INVALID when the moment has passed, CONFLICT when the month is not published
     */
    @PreAuthorize(Permission.May.OPERATE)
    public StepTaken reopen(int year, int month, Reopening asked) {
        PlanMonth before = assessment.require(year, month);
        StepRule.mayTake(before, MonthStep.REOPEN);
        Recording how = new Recording(clock.now(), user.account(), year, null);
        if (!asked.expiry().isAfter(how.at())) {
            throw Refusal.invalid("重新开启的到期时间已过，请填写今后的时间。");
        }
        PlanMonth.Reopening reopening =
                new PlanMonth.Reopening(asked.person(), asked.scope(), asked.reason(), asked.expiry(), how.actor());
        boolean[] moved = {true};
        PlanMonth now = transactions.execute(() -> take(
                before,
                MonthStep.REOPEN,
                at -> {
                    StepRule.mayTake(at, MonthStep.REOPEN);
                    moved[0] = at.state() != MonthState.REOPENED || !reopening.equals(at.reopening());
                    return moved[0] ? entered(at, MonthState.REOPENED, how, at.publishedAt(), reopening) : at;
                },
                "准许 %s 至 %s：%s。%s".formatted(asked.person(), asked.expiry(), asked.scope(), asked.reason()),
                List.of(),
                how));
        return new StepTaken(now, moved[0], List.of(), 0, 0);
    }

    private StepTaken published(
            PlanMonth before,
            Publication.Prepared prepared,
            @Nullable String reason,
            List<Finding> findings,
            Recording how) {
        return transactions.execute(() -> {
            boolean[] taken = {false};
            PlanMonth now = take(
                    before,
                    MonthStep.PUBLISH,
                    at -> {
                        taken[0] = StepRule.mayTake(at, MonthStep.PUBLISH);
                        return taken[0] ? entered(at, MonthState.PUBLISHED, how, how.at(), null) : at;
                    },
                    reason,
                    findings,
                    how);
            if (!taken[0]) {
                return new StepTaken(now, false, List.of(), 0, 1);
            }
            publication.write(prepared, how);
            return new StepTaken(now, true, findings, 1, 0);
        });
    }

    private StepTaken drawn(
            PlanMonth before, MonthStep step, @Nullable String reason, List<Finding> findings, Recording how) {
        List<Scorecard> cards = assessment.draft(before.calendar(), how.at()).cards();
        return transactions.execute(() -> {
            PlanMonth now = moved(before, step, reason, findings, how);
            int created = drafts.keepDrafts(before.year(), before.month(), cards, how.at());
            return new StepTaken(now, true, findings, created, cards.size() - created);
        });
    }

    /**
     * Draws the first draft scores of a month without moving it; those that are kept already stay.
     *
     * @return created and skipped say how many there are
     */
    StepTaken drawDraft(int year, int month, String actor) {
        PlanMonth at = assessment.require(year, month);
        Recording how = new Recording(clock.now(), actor, year, null);
        List<Scorecard> cards = assessment.draft(at.calendar(), how.at()).cards();
        int created = transactions.execute(() -> drafts.keepDrafts(year, month, cards, how.at()));
        return new StepTaken(at, false, List.of(), created, cards.size() - created);
    }

    private PlanMonth moved(
            PlanMonth before, MonthStep step, @Nullable String reason, List<Finding> findings, Recording how) {
        return take(
                before,
                step,
                at -> {
                    if (!StepRule.mayTake(at, step)) {
                        return at;
                    }
                    return step == MonthStep.APPROVE
                            ? approved(at, how)
                            : entered(at, step.leadsTo(), how, at.publishedAt(), at.reopening());
                },
                reason,
                findings,
                how);
    }

    private PlanMonth take(
            PlanMonth before,
            MonthStep step,
            UnaryOperator<PlanMonth> move,
            @Nullable String note,
            List<Finding> findings,
            Recording how) {
        PlanMonth[] was = {before};
        PlanMonth now = months.take(
                before.year(),
                before.month(),
                step,
                at -> {
                    was[0] = at;
                    return move.apply(at);
                },
                note,
                findings.isEmpty() ? null : words(findings),
                how);
        if (!now.equals(was[0])) {
            audit.recordAs(how.actor(), "month." + word(step), now.title(), was[0].state(), now.state());
            changes.record(how, "MONTH", now.title() + "：" + step.label());
            events.publishEvent(new MonthMoved(now.year(), now.month(), step));
        }
        return now;
    }

    private PlanMonth entered(
            PlanMonth at,
            MonthState state,
            Recording how,
            @Nullable Instant publishedAt,
            PlanMonth.@Nullable Reopening reopening) {
        Instant until = state == MonthState.OBJECTION ? endOfWindow() : at.objectionUntil();
        return new PlanMonth(
                at.year(),
                at.month(),
                state,
                how.at(),
                how.actor(),
                until,
                at.approvedBy(),
                at.approvedAt(),
                publishedAt,
                reopening);
    }

    private static PlanMonth approved(PlanMonth at, Recording how) {
        return new PlanMonth(
                at.year(),
                at.month(),
                at.state(),
                at.enteredAt(),
                at.enteredBy(),
                at.objectionUntil(),
                how.actor(),
                how.at(),
                at.publishedAt(),
                at.reopening());
    }

    /** The end of the second working day after today. */
    private Instant endOfWindow() {
        return calendars
                .current()
                .plusWorkingDays(clock.today(), OBJECTION_DAYS)
                .plusDays(1)
                .atStartOfDay(clock.zone())
                .toInstant();
    }

    /** The step that leads on from a state; empty when the cycle is at its end. */
    static Optional<MonthStep> nextStep(MonthState state) {
        return switch (state) {
            case OPEN -> Optional.of(MonthStep.CUT_OFF);
            case CUT_OFF -> Optional.of(MonthStep.REVIEW);
            case REVIEW -> Optional.of(MonthStep.OBJECTION);
            case OBJECTION, REOPENED -> Optional.of(MonthStep.PUBLISH);
            case PUBLISHED -> Optional.empty();
        };
    }

    private static String words(List<Finding> findings) {
        return findings.stream().map(Finding::text).collect(Collectors.joining("；"));
    }

    private static String word(MonthStep step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
