package cn.guatu.assessment;

import cn.guatu.assessment.rule.Correction;
import cn.guatu.org.ChangeLog;
import cn.guatu.org.MonthState;
import cn.guatu.org.PlanMonth;
import cn.guatu.org.PlanMonths;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AccessScope;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.security.Role;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Objections to draft scores (异议, semantics §13): the head of a unit objects to an item within the window, the supervision office
 * answers, and what it accepts changes the draft by a correction that stays visible.
 */
@Service
public class ObjectionService {

    private static final int LONGEST = 2_000;

    private final PlanMonths months;
    private final AssessmentService assessment;
    private final ObjectionQueries queries;
    private final ObjectionStore store;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;

    ObjectionService(
            PlanMonths months,
            AssessmentService assessment,
            ObjectionQueries queries,
            ObjectionStore store,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user) {
        this.months = months;
        this.assessment = assessment;
        this.queries = queries;
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
    }

    /** The objections of a month that the caller may see: his units', or all. */
    @PreAuthorize(Permission.May.READ)
    public List<Objection> of(int year, int month) {
        AccessScope scope = user.scope();
        return queries.of(year, month).stream()
                .filter(each -> scope.seesUnit(each.unit()))
                .toList();
    }

    /** Whether the caller may object to scores of this unit now: its head, within the window. */
    public boolean mayRaise(PlanMonth month, UnitId unit) {
        return speaksFor(unit) && isOpen(month);
    }

    /**
     * Objects to an item of the draft.
     *
     * @return the number of the objection
     * @throws Refusal FORBIDDEN for who does not head the unit, CONFLICT outside the window, NOT_FOUND for an unknown item
     */
    @PreAuthorize(Permission.May.READ)
    public long raise(int year, int month, UnitId unit, String part, String itemKey, String grounds) {
        if (!speaksFor(unit)) {
            throw Refusal.forbidden("只有本单位负责人（街道为联络员）可以对本单位的得分提出异议。");
        }
        return raiseAs(user.account(), year, month, unit, part, itemKey, grounds);
    }

    /** Objects for the system itself, such as the demonstration. */
    public long raiseAs(String actor, int year, int month, UnitId unit, String part, String itemKey, String grounds) {
        String written = written(grounds, "异议理由");
        PlanMonth at = months.month(year, month);
        if (!isOpen(at)) {
            throw Refusal.conflict(at.title() + "现为“" + at.state().label() + "”，不在异议期内，不能提出异议。");
        }
        ScoreItem item = item(year, month, unit, part, itemKey);
        Recording how = new Recording(clock.now(), actor, year, null);
        return transactions.execute(() -> {
            long id = store.raise(year, month, unit, part, item, written, how);
            audit.recordAs(actor, "objection.raise", at.title() + " " + item.item(), null, written);
            changes.record(how, "OBJECTION", at.title() + "：" + item.item());
            return id;
        });
    }

    /**
     * Accepts an objection: the points become a correction line of the draft.
     *
     * @param version the one that was seen
     * @param points given back, more than 0 and not more than the item lost
     * @throws Refusal INADMISSIBLE for points that were not lost, CONFLICT when it has been answered or the month is published
     */
    @PreAuthorize(Permission.May.OPERATE)
    public void accept(long id, int version, BigDecimal points, String answer) {
        answer(user.account(), id, version, true, points, answer);
    }

    /** Turns an objection down. */
    @PreAuthorize(Permission.May.OPERATE)
    public void reject(long id, int version, String answer) {
        answer(user.account(), id, version, false, BigDecimal.ZERO, answer);
    }

    /** Answers for the system itself, such as the demonstration. */
    public void answer(String actor, long id, int version, boolean accepted, BigDecimal points, String answer) {
        String written = written(answer, "答复");
        Objection objection = queries.find(id).orElseThrow(() -> Refusal.notFound("没有这条异议，请刷新。"));
        PlanMonth at = months.month(objection.year(), objection.month());
        if (at.isPublished()) {
            throw Refusal.conflict(at.title() + "已发布，不能再答复异议。");
        }
        ScoreItem item =
                item(objection.year(), objection.month(), objection.unit(), objection.part(), objection.itemKey());
        BigDecimal lost =
                item.possible().subtract(item.points()).max(item.points().negate());
        if (accepted && (points.signum() <= 0 || points.compareTo(lost) > 0)) {
            throw Refusal.inadmissible("“%s”失分 %s，返还的分数须大于 0 且不超过失分。"
                    .formatted(item.item(), lost.stripTrailingZeros().toPlainString()));
        }
        Recording how = new Recording(clock.now(), actor, objection.year(), null);
        transactions.run(() -> {
            Objection.State state = accepted ? Objection.State.ACCEPTED : Objection.State.REJECTED;
            store.answer(objection, version, state, written, how);
            if (accepted) {
                store.correct(
                        objection.year(),
                        objection.month(),
                        new Correction(
                                objection.unit(),
                                objection.part(),
                                Correction.OF_OBJECTION + id,
                                objection.item(),
                                points,
                                "异议采纳：" + written),
                        id,
                        how);
            }
            audit.recordAs(
                    actor, "objection.answer", at.title() + " " + objection.item(), objection.grounds(), written);
            changes.record(how, "OBJECTION", at.title() + "：" + objection.item() + " " + state.label());
        });
    }

    private ScoreItem item(int year, int month, UnitId unit, String part, String key) {
        return assessment.result(year, month, null).scorecards().stream()
                .filter(card -> card.unitId().equals(unit))
                .flatMap(card -> card.parts().stream())
                .filter(each -> each.name().equals(part))
                .flatMap(each -> each.items().stream())
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("评分草案中没有这一项，请刷新后核对。"));
    }

    private boolean isOpen(PlanMonth month) {
        return month.state() == MonthState.OBJECTION
                && (month.objectionUntil() == null || clock.now().isBefore(month.objectionUntil()));
    }

    private boolean speaksFor(UnitId unit) {
        return user.caller()
                .filter(caller -> !caller.scope().isEverything())
                .filter(caller -> caller.roles().contains(Role.DEPARTMENT_HEAD)
                        || caller.roles().contains(Role.STREET_LIAISON))
                .filter(caller -> caller.scope().seesUnit(unit))
                .isPresent();
    }

    private static String written(String text, String what) {
        if (text.isBlank()) {
            throw Refusal.invalid("请填写" + what + "。");
        }
        if (text.length() > LONGEST) {
            throw Refusal.invalid(what + "不能超过 " + LONGEST + " 字。");
        }
        return text.strip();
    }
}
