package cn.guatu.supervision;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.persistence.Rows;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What holds phases up (堵点, semantics §14). */
@Service
public class BlockerService {

    private static final String MAY_WRITE =
            Permission.May.REPORT + " or " + Permission.May.OPERATE + " or " + Permission.May.APPROVE;
    private static final int MOST_DAYS = 60;
    private static final Logger LOG = LoggerFactory.getLogger(BlockerService.class);

    private final BlockerQueries queries;
    private final BlockerStore store;
    private final ProjectService projects;
    private final RegisterNotices notices;
    private final WorkCalendars calendars;
    private final AuditService audit;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;
    private final CurrentUser user;

    BlockerService(
            BlockerQueries queries,
            BlockerStore store,
            ProjectService projects,
            RegisterNotices notices,
            WorkCalendars calendars,
            AuditService audit,
            ChangeLog changes,
            RetryingTransactions transactions,
            CurrentUser user) {
        this.queries = queries;
        this.store = store;
        this.projects = projects;
        this.notices = notices;
        this.calendars = calendars;
        this.audit = audit;
        this.changes = changes;
        this.transactions = transactions;
        this.user = user;
    }

    /** The blockers of a year's phases in the order of the workbook. */
    public List<Blocker> all(int year) {
        return queries.all(year, null);
    }

    /** The same as they were known at an instant. */
    public List<Blocker> all(int year, Instant knownAt) {
        return queries.all(year, knownAt);
    }

    /** The blockers of a phase. */
    public List<Blocker> of(PhaseId phase) {
        return queries.of(phase);
    }

    /** The blockers of those phases of a year that the scope sees. */
    @PreAuthorize(Permission.May.READ)
    public List<Blocker> register(int year, AccessScope scope) {
        Set<PhaseId> seen = projects.phases(year).stream()
                .filter(phase -> phase.isSeenBy(scope))
                .map(Phase::id)
                .collect(Collectors.toSet());
        return queries.all(year, null).stream()
                .filter(blocker -> seen.contains(blocker.phase()))
                .toList();
    }

    /** One blocker that the caller sees. @throws Refusal NOT_FOUND when there is none */
    @PreAuthorize(Permission.May.READ)
    public Blocker require(BlockerId id) {
        Blocker blocker = queries.find(id).orElseThrow(BlockerService::gone);
        if (!phaseOf(blocker).isSeenBy(user.scope())) {
            throw gone();
        }
        return blocker;
    }

    /** What happened to a blocker, first things first; the caller has checked that it may be seen. */
    public List<BlockerStep> steps(BlockerId blocker) {
        return queries.steps(blocker);
    }

    /**
     * Those of a year that were to be solved in a month.
     *
     * @param knownAt as it was known then; null: as it is known now
     */
    public List<DueItem> due(int year, YearMonth month, @Nullable Instant knownAt) {
        return queries.due(year, month.atDay(1), month.atEndOfMonth(), knownAt);
    }

    /** Within how many working days each tier answers. */
    public BlockerClocks clocks() {
        return new BlockerClocks(queries.responseDays());
    }

    /** Sets within how many working days, 1–60, each tier answers. */
    @PreAuthorize(Permission.May.OPERATE)
    public void setClocks(BlockerClocks clocks) {
        if (clocks.responseDays().values().stream().anyMatch(days -> days < 1 || days > MOST_DAYS)) {
            throw Refusal.invalid("回应时限须为 1–" + MOST_DAYS + " 个工作日。");
        }
        transactions.run(() -> {
            BlockerClocks before = clocks();
            clocks.responseDays().forEach(store::setResponseDays);
            audit.record("blocker.clocks", "堵点回应时限", before.responseDays(), clocks.responseDays());
        });
    }

    /**
     * Logs a blocker of a phase that the caller sees.
     *
     * @param blocker without id; status and sort order do not matter
     * @param node the node that it holds up; null: the whole phase
     * @param owner who sees to it; null when nobody is named yet
     */
    @PreAuthorize(MAY_WRITE)
    public BlockerId log(BlockerData blocker, @Nullable NodeId node, @Nullable PersonId owner, Recording how) {
        Phase phase = projects.phase(blocker.phase()).orElseThrow(() -> Refusal.notFound("项目分期不存在,请刷新后重选。"));
        if (!phase.isSeenBy(user.scope())) {
            throw Refusal.notFound("项目分期不存在,请刷新后重选。");
        }
        return logAs(blocker, node, owner, how);
    }

    /** Like {@link #log}, for the system's own work; the recording names its actor. */
    public BlockerId logAs(BlockerData blocker, @Nullable NodeId node, @Nullable PersonId owner, Recording how) {
        if (blocker.problem().isBlank() || blocker.responsible().isBlank()) {
            throw Refusal.invalid("请写明问题和责任单位。");
        }
        return transactions.execute(() -> {
            int place = queries.of(blocker.phase()).stream()
                            .mapToInt(Blocker::sortOrder)
                            .max()
                            .orElse(0)
                    + 1;
            BlockerId id = saved(
                            List.of(new BlockerData(
                                    null,
                                    blocker.phase(),
                                    blocker.problem().strip(),
                                    blocker.cause(),
                                    blocker.responsible().strip(),
                                    blocker.responsibleUnit(),
                                    blocker.raisedOn(),
                                    blocker.due(),
                                    blocker.target(),
                                    blocker.quantity(),
                                    blocker.approx(),
                                    BlockerStatus.OPEN,
                                    place)),
                            null,
                            how)
                    .getFirst();
            Blocker logged = queries.find(id).orElseThrow(BlockerService::gone);
            Phase phase = phaseOf(logged);
            Blocker told = logged;
            if (node != null || owner != null) {
                BlockerStanding now = logged.standing();
                BlockerStanding named =
                        new BlockerStanding(node, owner, now.tier(), now.tierSince(), null, null, null, 0);
                store.update(id, logged.version(), logged.status(), logged.due(), named, how);
                told = queries.find(id).orElseThrow(BlockerService::gone);
            }
            store.step(id, null, BlockerMove.LOG, BlockerTier.DEPARTMENT, null, how);
            notices.moved(told, phase, BlockerMove.LOG, BlockerTier.DEPARTMENT, null, how);
            return id;
        });
    }

    /** What the caller may do with a blocker now. */
    public List<BlockerMove> moves(Blocker blocker) {
        return Arrays.stream(BlockerMove.values())
                .filter(move -> move.fits(blocker.status()) && mayMove(move))
                .filter(move -> move != BlockerMove.ESCALATE
                        || blocker.standing().tier().above().isPresent())
                .toList();
    }

    /**
     * Moves a blocker on.
     *
     * @param version the one that the caller saw
     * @param note what is said with it; all but 核实销号 need it
     * @throws Refusal CONFLICT when it does not fit its state or somebody was faster, FORBIDDEN when it is not the caller's move
     */
    @PreAuthorize(MAY_WRITE)
    public void move(BlockerId id, int version, BlockerMove move, @Nullable String note, Recording how) {
        require(id);
        if (!mayMove(move)) {
            throw Refusal.forbidden("只有督查专员、局领导可以" + move.label() + "。");
        }
        moveAs(id, version, move, note, null, how);
    }

    /**
     * Like {@link #move}, for the system's own work; the recording names its actor.
     *
     * @param onceKey done once for this key; null: as often as it fits
     * @return false when it was done before
     */
    public boolean moveAs(
            BlockerId id,
            int version,
            BlockerMove move,
            @Nullable String note,
            @Nullable String onceKey,
            Recording how) {
        String said = note == null || note.isBlank() ? null : note.strip();
        if (said == null && move != BlockerMove.VERIFY) {
            throw Refusal.invalid("请写明" + move.label() + "的说明。");
        }
        return transactions.execute(() -> {
            Blocker before = queries.find(id).orElseThrow(BlockerService::gone);
            if (!move.fits(before.status())) {
                throw Refusal.conflict("该堵点现为“" + before.status().label() + "”,不能" + move.label() + ";请刷新后核对。");
            }
            BlockerStanding after = after(before, move, LocalDate.ofInstant(how.at(), BusinessClock.ZONE));
            if (!store.step(id, onceKey, move, after.tier(), said, how)) {
                return false;
            }
            BlockerStatus status = Objects.requireNonNullElse(move.to(), before.status());
            store.update(id, version, status, before.due(), after, how);
            Phase phase = phaseOf(before);
            changes.record(how, phase.year(), "BLOCKERS", move.label() + ":" + before.problem());
            notices.moved(before, phase, move, after.tier(), said, how);
            return true;
        });
    }

    /** Names who sees to an open blocker, by when, and which node it holds up. */
    @PreAuthorize(MAY_WRITE)
    public void assign(
            BlockerId id,
            int version,
            @Nullable NodeId node,
            @Nullable PersonId owner,
            @Nullable LocalDate due,
            String reason,
            Recording how) {
        Blocker before = require(id);
        if (!BlockerMove.ASSIGN.fits(before.status())) {
            throw Refusal.conflict("该堵点现为“" + before.status().label() + "”,不能调整;请刷新后核对。");
        }
        if (reason.isBlank()) {
            throw Refusal.invalid("请写明调整的原因。");
        }
        transactions.run(() -> {
            BlockerStanding now = before.standing();
            BlockerStanding named = new BlockerStanding(
                    node, owner, now.tier(), now.tierSince(), now.answeredOn(), null, null, now.reopened());
            store.update(id, version, before.status(), due, named, how);
            store.step(id, null, BlockerMove.ASSIGN, now.tier(), reason.strip(), how);
            Phase phase = phaseOf(before);
            changes.record(how, phase.year(), "BLOCKERS", "调整:" + before.problem());
        });
    }

    /**
     * Takes up a tier every open blocker that its clock sends up (semantics §14): once for a tier, whoever asks and how often.
     *
     * @param today the day whose clocks count
     * @return how many went up
     */
    int escalateDue(LocalDate today, Recording how) {
        BlockerClocks clocks = clocks();
        WorkCalendar calendar = calendars.current();
        int up = 0;
        for (Blocker blocker : queries.open()) {
            String reason = clocks.reasonToGoUp(blocker, calendar, today).orElse(null);
            BlockerStanding standing = blocker.standing();
            BlockerTier above = standing.tier().above().orElse(null);
            if (reason != null && above != null) {
                String once = "up:" + blocker.id().value() + ":" + above + ":" + standing.reopened();
                try {
                    up += moveAs(blocker.id(), blocker.version(), BlockerMove.ESCALATE, reason, once, how) ? 1 : 0;
                } catch (Refusal somebodyWasFaster) {
                    LOG.info("堵点 {} 没有自动升级:{}", blocker.id().value(), somebodyWasFaster.getMessage());
                }
            }
        }
        return up;
    }

    private boolean mayMove(BlockerMove move) {
        boolean oversight = user.has(Permission.OPERATE) || user.has(Permission.APPROVE);
        return oversight || (!move.isByOversight() && move != BlockerMove.LOG && user.has(Permission.REPORT));
    }

    private static BlockerStanding after(Blocker before, BlockerMove move, LocalDate today) {
        BlockerStanding now = before.standing();
        BlockerTier tier = move == BlockerMove.ESCALATE
                ? now.tier().above().orElseThrow(() -> Refusal.conflict("已在指挥部层级,不能再升级。"))
                : now.tier();
        return switch (move) {
            case ANSWER -> standing(now, tier, now.tierSince(), today, null, null, 0);
            case ESCALATE -> standing(now, tier, today, null, null, null, 0);
            case RESOLVE -> standing(now, tier, now.tierSince(), now.answeredOn(), today, null, 0);
            case VERIFY ->
                standing(
                        now,
                        tier,
                        now.tierSince(),
                        now.answeredOn(),
                        Objects.requireNonNullElse(now.resolvedOn(), today),
                        today,
                        0);
            case REJECT -> standing(now, tier, today, today, null, null, 0);
            case REOPEN -> standing(now, tier, today, null, null, null, 1);
            case LOG, ASSIGN -> now;
        };
    }

    private static BlockerStanding standing(
            BlockerStanding now,
            BlockerTier tier,
            LocalDate since,
            @Nullable LocalDate answered,
            @Nullable LocalDate resolved,
            @Nullable LocalDate closed,
            int reopenings) {
        return new BlockerStanding(
                now.node(), now.owner(), tier, since, answered, resolved, closed, now.reopened() + reopenings);
    }

    private Phase phaseOf(Blocker blocker) {
        return projects.phase(blocker.phase()).orElseThrow(BlockerService::gone);
    }

    private static Refusal gone() {
        return Refusal.notFound("这条堵点不存在,可能已被删除;请刷新后重试。");
    }

    /**
     * Creates and changes blockers; what is as it should be is left alone.
     *
     * @return their ids, in order
     * @throws Refusal CONFLICT for a problem that a phase has twice, INVALID for a target of another year
     */
    public List<BlockerId> save(List<BlockerData> blockers, Recording how) {
        return transactions.execute(() -> saved(blockers, null, how));
    }

    /**
     * Changes one blocker.
     *
     * @param blocker with its id
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed it since
     */
    public void edit(BlockerData blocker, int version, Recording how) {
        transactions.run(() -> saved(List.of(blocker), version, how));
    }

    private List<BlockerId> saved(List<BlockerData> blockers, @Nullable Integer version, Recording how) {
        if (blockers.isEmpty()) {
            return List.of();
        }
        Rows.Saved saved = store.save(blockers, version, how);
        if (store.anyForeignTarget(saved.changed())) {
            throw Refusal.invalid("堵点的涉及指标须属于同一年度，请核对。");
        }
        store.countByYear(saved.changed())
                .forEach((year, count) -> changes.record(
                        how,
                        year,
                        "BLOCKERS",
                        blockers.size() == 1 ? blockers.getFirst().problem() : "堵点 " + count + " 条"));
        return saved.ids().stream().map(BlockerId::new).toList();
    }
}
