package cn.guatu.assessment;

import cn.guatu.assessment.rule.Correction;
import cn.guatu.assessment.rule.Measure;
import cn.guatu.assessment.rule.RulePart;
import cn.guatu.org.ChangeLog;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanMonth;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AccessScope;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * 主动补位 (semantics §13): a unit that stepped in for another one earns the points that the rules give for it. Each names for whom, what,
 * when and on which evidence; one that is taken back stays to be seen. A published month takes none.
 */
@Service
public class SteppingInService {

    private static final int LONGEST = 300;

    private final AssessmentService assessment;
    private final RuleService rules;
    private final ObjectionQueries queries;
    private final ObjectionStore store;
    private final OrgService org;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;

    SteppingInService(
            AssessmentService assessment,
            RuleService rules,
            ObjectionQueries queries,
            ObjectionStore store,
            OrgService org,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user) {
        this.assessment = assessment;
        this.rules = rules;
        this.queries = queries;
        this.store = store;
        this.org = org;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
    }

    /** Those of a month that the caller may see, oldest first, also what was taken back. */
    @PreAuthorize(Permission.May.READ)
    public List<SteppingIn> of(int year, int month) {
        AccessScope scope = user.scope();
        return queries.steppingIn(year, month, clock.now()).stream()
                .filter(each -> scope.seesUnit(each.unit()))
                .toList();
    }

    /**
     * Enters one.
     *
     * @param unit who stepped in
     * @param instead for whom
     * @param on the day
     * @throws Refusal INVALID when something is missing or does not fit, CONFLICT for a published month or rules without such points
     */
    @PreAuthorize(Permission.May.OPERATE)
    public void add(int year, int month, UnitId unit, UnitId instead, LocalDate on, String matter, String evidence) {
        PlanMonth at = open(year, month);
        if (matter.isBlank() || evidence.isBlank() || matter.length() > LONGEST || evidence.length() > LONGEST) {
            throw Refusal.invalid("请写明补位事项和依据（各不超过 " + LONGEST + " 字）。");
        }
        if (unit.equals(instead)) {
            throw Refusal.invalid("补位是代其他单位办理，两个单位不能相同。");
        }
        if (on.getYear() != year || on.getMonthValue() != month) {
            throw Refusal.invalid("补位日期须在" + at.title() + "之内。");
        }
        Unit helper = unit(unit);
        String part = rules.active().parts().stream()
                .filter(each -> each.rules().stream()
                        .anyMatch(rule -> rule.measure() == Measure.STEPPING_IN
                                && rule.appliesTo().contains(helper.kind())))
                .findFirst()
                .map(RulePart::name)
                .orElseThrow(() -> Refusal.conflict("现行评分规则没有给" + helper.kind().label() + "的主动补位分值，请先在评分规则中设定。"));
        String item = "代" + unit(instead).name() + "：" + matter.strip();
        keep(at, unit, part, SteppingIn.KEY + UUID.randomUUID(), item, BigDecimal.ONE, on + "，依据：" + evidence.strip());
    }

    /**
     * Takes one back.
     *
     * @throws Refusal NOT_FOUND for an unknown one or one that was taken back, CONFLICT for a published month
     */
    @PreAuthorize(Permission.May.OPERATE)
    public void takeBack(int year, int month, String key) {
        PlanMonth at = open(year, month);
        SteppingIn given = of(year, month).stream()
                .filter(each -> each.key().equals(key) && each.stands())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("这条补位已撤回，请刷新。"));
        keep(at, given.unit(), "", key, given.item(), BigDecimal.ONE.negate(), "撤回");
    }

    private void keep(
            PlanMonth at, UnitId unit, String part, String key, String item, BigDecimal times, String reason) {
        Recording how = new Recording(clock.now(), user.account(), at.year(), null);
        transactions.run(() -> {
            store.correct(
                    at.year(),
                    at.month(),
                    new Correction(unit, part, key, item, times, reason + "（" + how.actor() + " 登记）"),
                    null,
                    how);
            String what = at.title() + " " + unit(unit).name() + " " + item;
            audit.recordAs(how.actor(), "stepping-in.record", what, null, reason);
            changes.record(how, "STEPPING_IN", what + (times.signum() < 0 ? "（撤回）" : ""));
        });
    }

    private PlanMonth open(int year, int month) {
        PlanMonth at = assessment.require(year, month);
        if (at.isPublished()) {
            throw Refusal.conflict(at.title() + "已发布，不能再登记补位；确需更正的请先重新开启。");
        }
        return at;
    }

    private Unit unit(UnitId id) {
        return org.unit(id).orElseThrow(() -> Refusal.notFound("没有这个单位，请刷新。"));
    }
}
