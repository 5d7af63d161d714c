package cn.guatu.supervision;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.persistence.Rows;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The register of what meetings decided (议定事项, semantics §14). */
@Service
public class DecisionService {

    /** Supervisors and leaders. */
    static final String OVERSIGHT = Permission.May.OPERATE + " or " + Permission.May.APPROVE;

    private static final int LONGEST_MATTER = 4000;

    private final DecisionQueries queries;
    private final DecisionStore store;
    private final MeetingStore meetings;
    private final OrgService org;
    private final RegisterNotices notices;
    private final OrderService orders;
    private final OrderDrafts drafts;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;
    private final CurrentUser user;

    DecisionService(
            DecisionQueries queries,
            DecisionStore store,
            MeetingStore meetings,
            OrgService org,
            RegisterNotices notices,
            OrderService orders,
            OrderDrafts drafts,
            ChangeLog changes,
            RetryingTransactions transactions,
            CurrentUser user) {
        this.queries = queries;
        this.store = store;
        this.meetings = meetings;
        this.org = org;
        this.notices = notices;
        this.orders = orders;
        this.drafts = drafts;
        this.changes = changes;
        this.transactions = transactions;
        this.user = user;
    }

    /** The decisions of a year in the order of the workbook. */
    public List<Decision> all(int year) {
        return queries.all(year, null);
    }

    /** The same as they were known at an instant. */
    public List<Decision> all(int year, Instant knownAt) {
        return queries.all(year, knownAt);
    }

    /** The decisions of a year that the scope sees: those that its units lead or assist. */
    @PreAuthorize(Permission.May.READ)
    public List<Decision> register(int year, AccessScope scope) {
        return seen(queries.all(year, null), scope);
    }

    /** What a meeting decided, as far as the scope sees it. */
    @PreAuthorize(Permission.May.READ)
    public List<Decision> ofMeeting(int year, LocalDate heldOn, AccessScope scope) {
        return seen(queries.ofMeeting(year, heldOn), scope);
    }

    /** One decision that the caller sees. @throws Refusal NOT_FOUND when there is none */
    @PreAuthorize(Permission.May.READ)
    public Decision require(DecisionId id) {
        return queries.find(id)
                .filter(found -> !seen(List.of(found), user.scope()).isEmpty())
                .orElseThrow(() -> Refusal.notFound("这项议定事项不存在,可能已被删除;请刷新后重试。"));
    }

    /** What happened to a decision, first things first; the caller has checked that it may be seen. */
    public List<DecisionStep> steps(DecisionId decision) {
        return queries.steps(decision);
    }

    /**
     * Those of a year that were to be closed in a month.
     *
     * @param knownAt as it was known then; null: as it is known now
     */
    public List<DueItem> due(int year, YearMonth month, @Nullable Instant knownAt) {
        return queries.due(year, month.atDay(1), month.atEndOfMonth(), knownAt);
    }

    /**
     * Takes a decision down in the meeting; it is to be handed out later. The meeting is entered when it was not.
     *
     * @param assisting 配合 as written; blank: nobody
     * @return its identity
     * @throws Refusal INVALID when something is missing, CONFLICT when the meeting has decided the same already
     */
    @PreAuthorize(OVERSIGHT)
    public DecisionId capture(
            int year,
            LocalDate meetingDate,
            String matter,
            UnitId lead,
            @Nullable String assisting,
            LocalDate due,
            Recording how) {
        return captureAs(year, meetingDate, matter, lead, assisting, due, how);
    }

    /** Like {@link #capture}, for the system's own work; the recording names its actor. */
    public DecisionId captureAs(
            int year,
            LocalDate meetingDate,
            String matter,
            UnitId lead,
            @Nullable String assisting,
            LocalDate due,
            Recording how) {
        if (matter.isBlank() || matter.length() > LONGEST_MATTER) {
            throw Refusal.invalid("请写明议定事项(不超过 " + LONGEST_MATTER + " 个字)。");
        }
        if (due.isBefore(meetingDate)) {
            throw Refusal.invalid("完成时限不能早于会议日期,请核对。");
        }
        UnitKind kind = org.unit(lead).map(Unit::kind).orElseThrow(() -> Refusal.notFound("牵头单位不存在,请刷新后重选。"));
        if (kind != UnitKind.DEPARTMENT && kind != UnitKind.TASK_FORCE) {
            throw Refusal.invalid("牵头单位须为科室或专班,请重选。");
        }
        return transactions.execute(() -> {
            meetings.enter(year, meetingDate);
            return saved(
                            List.of(new DecisionData(
                                    null,
                                    year,
                                    meetingDate,
                                    matter.strip(),
                                    lead,
                                    assisting == null || assisting.isBlank() ? null : assisting.strip(),
                                    due,
                                    DecisionStatus.NOT_ASSIGNED,
                                    null,
                                    queries.nextPlace(year))),
                            null,
                            how)
                    .getFirst();
        });
    }

    /** What the caller may do with a decision now. */
    public List<DecisionMove> moves(Decision decision) {
        return Arrays.stream(DecisionMove.values())
                .filter(move -> move.fits(decision.status()) && mayMove(decision, move))
                .toList();
    }

    /**
     * Moves a decision on.
     *
     * @param version the one that the caller saw
     * @param note what is said with it; needed to report done, to return and to reopen
     * @throws Refusal CONFLICT when it does not fit its state or somebody was faster, FORBIDDEN when it is not the caller's move
     */
    @PreAuthorize(Permission.May.READ)
    public void move(DecisionId id, int version, DecisionMove move, @Nullable String note, Recording how) {
        Decision decision = require(id);
        if (!mayMove(decision, move)) {
            throw Refusal.forbidden(
                    move.by() == DecisionMove.By.LEAD
                            ? "只有牵头单位的人员或督查专员可以" + move.label() + "。"
                            : "只有督查专员、局领导可以" + move.label() + "。");
        }
        moveAs(id, version, move, note, how);
    }

    /** Like {@link #move}, for the system's own work; the recording names its actor. */
    public void moveAs(DecisionId id, int version, DecisionMove move, @Nullable String note, Recording how) {
        String said = note == null || note.isBlank() ? null : note.strip();
        if (said == null
                && (move == DecisionMove.REPORT_DONE || move == DecisionMove.RETURN || move == DecisionMove.REOPEN)) {
            throw Refusal.invalid(move == DecisionMove.REPORT_DONE ? "请写明办理结果。" : "请写明原因。");
        }
        transactions.run(() -> {
            Decision before = queries.find(id).orElseThrow(() -> Refusal.notFound("这项议定事项不存在,可能已被删除;请刷新后重试。"));
            if (!move.fits(before.status())) {
                throw Refusal.conflict("该事项现为“" + before.status().label() + "”,不能" + move.label() + ";请刷新后核对。");
            }
            store.update(
                    id,
                    version,
                    move.to(),
                    after(before, move, LocalDate.ofInstant(how.at(), BusinessClock.ZONE)),
                    how);
            store.step(id, move, before.status(), said, how);
            changes.record(how, before.year(), "DECISIONS", move.label() + ":" + before.matter());
            notices.moved(before, move, said, how);
            if (move == DecisionMove.SUPERVISE) {
                orders.issueFor(drafts.of(before, said, LocalDate.ofInstant(how.at(), BusinessClock.ZONE)), how);
            }
        });
    }

    /** What nobody was given yet, with the meeting that decided it, of all years; for the daily watch. */
    List<Decision> notHandedOut() {
        return queries.notHandedOut();
    }

    /** What was handed out and is past its day but not called 滞后 yet; for the daily watch. */
    List<Decision> late(LocalDate today) {
        return queries.late(today);
    }

    private boolean mayMove(Decision decision, DecisionMove move) {
        boolean oversight = user.has(Permission.OPERATE) || user.has(Permission.APPROVE);
        return switch (move.by()) {
            case OVERSIGHT -> oversight;
            case LEAD ->
                user.has(Permission.OPERATE)
                        || (user.has(Permission.REPORT)
                                && user.scope().departments().contains(decision.lead()));
            case SYSTEM -> false;
        };
    }

    private static DecisionDays after(Decision before, DecisionMove move, LocalDate today) {
        DecisionDays days = before.days();
        return switch (move) {
            case HAND_OUT -> new DecisionDays(today, null, null, null);
            case SIGN -> new DecisionDays(days.handedOn(), today, null, null);
            case START ->
                new DecisionDays(days.handedOn(), Objects.requireNonNullElse(days.signedOn(), today), null, null);
            case LAG, SUPERVISE, RETURN, REOPEN -> new DecisionDays(days.handedOn(), days.signedOn(), null, null);
            case REPORT_DONE -> new DecisionDays(days.handedOn(), days.signedOn(), today, null);
            case CLOSE ->
                new DecisionDays(
                        days.handedOn(), days.signedOn(), Objects.requireNonNullElse(days.doneOn(), today), today);
        };
    }

    private List<Decision> seen(List<Decision> decisions, AccessScope scope) {
        if (scope.isEverything()) {
            return decisions;
        }
        List<String> names = org.units().stream()
                .filter(unit -> scope.seesUnit(unit.id()))
                .map(Unit::name)
                .toList();
        return decisions.stream()
                .filter(decision -> scope.seesUnit(decision.lead())
                        || (decision.assisting() != null && names.stream().anyMatch(decision.assisting()::contains)))
                .toList();
    }

    /**
     * Creates and changes decisions; what is as it should be is left alone.
     *
     * @return their ids, in order
     * @throws Refusal CONFLICT for a matter that a meeting has decided twice
     */
    public List<DecisionId> save(List<DecisionData> decisions, Recording how) {
        return transactions.execute(() -> saved(decisions, null, how));
    }

    /**
     * Changes one decision.
     *
     * @param decision with its id
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed it since
     */
    public void edit(DecisionData decision, int version, Recording how) {
        transactions.run(() -> saved(List.of(decision), version, how));
    }

    private List<DecisionId> saved(List<DecisionData> decisions, @Nullable Integer version, Recording how) {
        if (decisions.isEmpty()) {
            return List.of();
        }
        Rows.Saved saved = store.save(decisions, version, how);
        Map<Integer, List<DecisionData>> byYear = new TreeMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            if (saved.changed().contains(saved.ids().get(i))) {
                byYear.computeIfAbsent(decisions.get(i).year(), year -> new ArrayList<>())
                        .add(decisions.get(i));
            }
        }
        byYear.forEach((year, changed) -> changes.record(
                how,
                year,
                "DECISIONS",
                changed.size() == 1 ? changed.getFirst().matter() : "议定事项 " + changed.size() + " 条"));
        return saved.ids().stream().map(DecisionId::new).toList();
    }
}
