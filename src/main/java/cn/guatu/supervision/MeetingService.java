package cn.guatu.supervision;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.security.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Meetings (例会, semantics §14): when they are held, who comes, and when the minutes were issued. Everybody may know of a meeting. */
@Service
public class MeetingService {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_LIST = 2000;

    private final MeetingQueries queries;
    private final MeetingStore store;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;

    MeetingService(MeetingQueries queries, MeetingStore store, ChangeLog changes, RetryingTransactions transactions) {
        this.queries = queries;
        this.store = store;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** The meetings of a year, the latest first. */
    @PreAuthorize(Permission.May.READ)
    public List<Meeting> meetings(int year) {
        return queries.all(year);
    }

    /** One meeting. @throws Refusal NOT_FOUND when there is none */
    @PreAuthorize(Permission.May.READ)
    public Meeting require(MeetingId id) {
        return queries.find(id).orElseThrow(() -> Refusal.notFound("这次会议不存在,请刷新后重试。"));
    }

    /** The meeting of a day; empty when none was entered. */
    public Optional<Meeting> on(int year, LocalDate heldOn) {
        return queries.on(year, heldOn);
    }

    /** The meeting before a day of the year; empty when there is none. */
    public Optional<Meeting> before(int year, LocalDate heldOn) {
        return queries.all(year).stream()
                .filter(meeting -> meeting.heldOn().isBefore(heldOn))
                .findFirst();
    }

    /**
     * Enters a meeting.
     *
     * @throws Refusal CONFLICT when there is one on that day, INVALID when something is missing
     */
    @PreAuthorize(DecisionService.OVERSIGHT)
    public MeetingId enter(MeetingData meeting, Recording how) {
        return enterAs(meeting, how);
    }

    /** Like {@link #enter}, for the system's own work; the recording names its actor. */
    public MeetingId enterAs(MeetingData meeting, Recording how) {
        check(meeting);
        return transactions.execute(() -> {
            if (!store.insert(meeting, MeetingState.PLANNED)) {
                throw Refusal.conflict("这一天已有会议,请直接打开它。");
            }
            changes.record(how, meeting.year(), "MEETINGS", meeting.title());
            return queries.on(meeting.year(), meeting.heldOn()).orElseThrow().id();
        });
    }

    /** Changes what is said of a meeting; its day stays. @throws Refusal CONFLICT when somebody else has changed it since */
    @PreAuthorize(DecisionService.OVERSIGHT)
    public void edit(MeetingId id, int version, MeetingData meeting, Recording how) {
        check(meeting);
        transactions.run(() -> {
            if (!store.update(id, version, meeting)) {
                throw changedMeanwhile();
            }
            changes.record(how, meeting.year(), "MEETINGS", meeting.title());
        });
    }

    /** Says that it takes place. */
    @PreAuthorize(DecisionService.OVERSIGHT)
    public void open(Meeting meeting, Recording how) {
        moveAs(meeting, MeetingState.HELD, null, how);
    }

    /** Says when the minutes were issued: from then on 3 working days count for handing out. */
    @PreAuthorize(DecisionService.OVERSIGHT)
    public void issueMinutes(Meeting meeting, LocalDate on, Recording how) {
        if (on.isBefore(meeting.heldOn())) {
            throw Refusal.invalid("纪要印发日期不能早于会议日期,请核对。");
        }
        moveAs(meeting, MeetingState.MINUTED, on, how);
    }

    /** Moves a meeting on, for the system's own work too; the recording names the actor. */
    public void moveAs(Meeting meeting, MeetingState state, @Nullable LocalDate minutesOn, Recording how) {
        transactions.run(() -> {
            if (!store.move(meeting.id(), meeting.version(), state, minutesOn)) {
                throw changedMeanwhile();
            }
            changes.record(how, meeting.year(), "MEETINGS", state.label() + ":" + meeting.title());
        });
    }

    /** By when the decisions of a day are to be handed out: 3 working days after the minutes, or after the meeting while there are none. */
    public LocalDate handOutBy(int year, LocalDate heldOn, WorkCalendar calendar) {
        LocalDate from = queries.on(year, heldOn)
                .map(meeting -> Objects.requireNonNullElse(meeting.minutesOn(), heldOn))
                .orElse(heldOn);
        return calendar.plusWorkingDays(from, RegisterWatch.HAND_OUT_DAYS);
    }

    private static void check(MeetingData meeting) {
        if (meeting.title().isBlank() || meeting.title().length() > LONGEST_TITLE) {
            throw Refusal.invalid("请写明会议名称(不超过 " + LONGEST_TITLE + " 个字)。");
        }
        if (meeting.attendees() != null && meeting.attendees().length() > LONGEST_LIST) {
            throw Refusal.invalid("参会人员请不超过 " + LONGEST_LIST + " 个字。");
        }
    }

    private static Refusal changedMeanwhile() {
        return Refusal.conflict("这次会议刚刚被他人修改,您的修改没有保存;请刷新后重试。");
    }
}
