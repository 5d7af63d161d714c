package cn.guatu.planning;

import cn.guatu.notification.NoticeData;
import cn.guatu.notification.NoticeKind;
import cn.guatu.notification.Notifications;
import cn.guatu.notification.Urgency;
import cn.guatu.org.ChangeLog;
import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.Position;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.security.AccessScope;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersion;
import cn.guatu.target.TargetVersionData;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** 目标版本: a value is proposed with its paper, its effect is shown, and a leader's approval brings it into force (semantics §5). */
@Service
public class TargetProposals {

    /** Bytes of an attachment. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private final ProposalQueries queries;
    private final ProposalStore store;
    private final TargetService targets;
    private final ProjectService projects;
    private final OrgService org;
    private final RollupService rollup;
    private final Notifications notifications;
    private final AuditService audit;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;
    private final CurrentUser user;
    private final BusinessClock clock;

    TargetProposals(
            ProposalQueries queries,
            ProposalStore store,
            TargetService targets,
            ProjectService projects,
            OrgService org,
            RollupService rollup,
            Notifications notifications,
            AuditService audit,
            ChangeLog changes,
            RetryingTransactions transactions,
            CurrentUser user,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.targets = targets;
        this.projects = projects;
        this.org = org;
        this.rollup = rollup;
        this.notifications = notifications;
        this.audit = audit;
        this.changes = changes;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /** All proposals for a target, the latest first. */
    @PreAuthorize(Permission.May.READ)
    public List<TargetProposal> of(TargetId target) {
        return queries.of(target);
    }

    /** The paper of a proposal. */
    @PreAuthorize(Permission.May.READ)
    public Optional<Attachment> file(long proposal) {
        return queries.file(proposal);
    }

    /**
     * Proposes a value; nothing changes yet. The leaders are told.
     *
     * @throws Refusal INVALID without what the status or a decrease asks for, CONFLICT when another proposal is open,
     *     or it would lower a closed month
     */
    @PreAuthorize(Permission.May.PLAN)
    public TargetProposal propose(ProposalData data, @Nullable Attachment file) {
        return transactions.execute(() -> {
            Target target = target(data.target());
            check(target, data, file);
            if (queries.of(target.id()).stream().anyMatch(each -> each.state() == TargetProposal.State.PROPOSED)) {
                throw Refusal.conflict("“" + target.name() + "”已有一项待批准的调整，请先处理或撤回。");
            }
            Recording how = recording(target);
            targets.refuseDecreaseOfClosedMonth(version(data, null), how);
            long id = store.add(data, file, how);
            TargetProposal made = queries.find(id).orElseThrow();
            changes.record(how, "PROPOSALS", "提出目标调整：" + target.name());
            audit.record("target.propose", target.name(), null, data);
            tellLeaders(target, made);
            return made;
        });
    }

    /**
     * Brings a proposal into force.
     *
     * @throws Refusal CONFLICT when it was decided meanwhile, or it would lower a closed month
     */
    @PreAuthorize(Permission.May.APPROVE)
    public void approve(TargetProposal seen, @Nullable String remark) {
        transactions.run(() -> {
            Target target = target(seen.target());
            Recording how = recording(target);
            if (seen.proposedBy().equals(how.actor())) {
                throw Refusal.forbidden("提出人不能批准自己提出的目标调整。");
            }
            store.decide(seen, TargetProposal.State.APPROVED, remark, how);
            targets.addVersion(version(seen.data(), user.displayName()), how);
            audit.record("target.approve", target.name(), null, seen);
        });
    }

    /** Refuses a proposal, with a word to those who made it. */
    @PreAuthorize(Permission.May.APPROVE)
    public void reject(TargetProposal seen, String remark) {
        if (remark.isBlank()) {
            throw Refusal.invalid("请写明不批准的理由。");
        }
        transactions.run(() -> {
            Target target = target(seen.target());
            store.decide(seen, TargetProposal.State.REJECTED, remark.strip(), recording(target));
            changes.record(recording(target), "PROPOSALS", "未批准目标调整：" + target.name());
            audit.record("target.reject", target.name(), null, remark);
        });
    }

    /** Takes back a proposal that nobody has decided. */
    @PreAuthorize(Permission.May.PLAN)
    public void withdraw(TargetProposal seen) {
        transactions.run(() -> {
            Target target = target(seen.target());
            store.decide(seen, TargetProposal.State.WITHDRAWN, null, recording(target));
            changes.record(recording(target), "PROPOSALS", "撤回目标调整：" + target.name());
        });
    }

    /** What a value would change; nothing is written. */
    @PreAuthorize(Permission.May.READ)
    public ProposalEffect effect(ProposalData data) {
        Target target = target(data.target());
        LocalDate today = clock.today();
        LocalDate from = data.effectiveFrom().isAfter(today) ? data.effectiveFrom() : today;
        LocalDate last = LocalDate.of(target.year(), 12, 31);
        LocalDate first = LocalDate.of(target.year(), 1, 1);
        LocalDate day = from.isAfter(last) ? last : from.isBefore(first) ? first : from;
        AccessScope scope = user.scope();
        List<TargetFigure> before = rollup.targets(target.year(), AsOf.of(day), scope);
        List<TargetFigure> after = rollup.targetsIf(
                target.year(), target.id(), data.status(), data.value(), data.effectiveFrom(), AsOf.of(day), scope);
        Map<String, TargetFigure> changed =
                after.stream().collect(Collectors.toMap(TargetFigure::code, Function.identity()));
        List<ProposalEffect.Row> rows = new ArrayList<>();
        for (TargetFigure was : before) {
            TargetFigure is = Objects.requireNonNull(changed.get(was.code()));
            if (was.code().equals(target.code()) || differs(was, is)) {
                rows.add(new ProposalEffect.Row(was, is));
            }
        }
        return new ProposalEffect(
                day, rows, quantity(target, PlanNature.PLANNED), quantity(target, PlanNature.RESERVE));
    }

    private static TargetVersionData version(ProposalData data, @Nullable String approvedBy) {
        return new TargetVersionData(
                data.target(),
                data.status(),
                data.value(),
                false,
                data.docNo(),
                data.effectiveFrom(),
                data.reason(),
                approvedBy);
    }

    private BigDecimal quantity(Target target, PlanNature nature) {
        Map<PhaseId, Phase> phases = projects.phases(target.year()).stream()
                .filter(each -> each.nature() == nature && each.isSeenBy(user.scope()))
                .collect(Collectors.toMap(Phase::id, Function.identity()));
        return projects.nodes(target.year()).stream()
                .filter(each -> target.id().equals(each.target()) && phases.containsKey(each.phase()))
                .map(Node::quantity)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean differs(TargetFigure was, TargetFigure is) {
        return was.light() != is.light()
                || !Objects.equals(was.rate(), is.rate())
                || !Objects.equals(was.gap(), is.gap());
    }

    private void check(Target target, ProposalData data, @Nullable Attachment file) {
        if (data.value().signum() < 0) {
            throw Refusal.invalid("年度目标不能为负数。");
        }
        if (data.effectiveFrom().getYear() != target.year()) {
            throw Refusal.invalid("生效日期应在 " + target.year() + " 年度内。");
        }
        boolean hasDocNo = data.docNo() != null && !data.docNo().isBlank();
        boolean hasReason = data.reason() != null && !data.reason().isBlank();
        if (data.status() != VersionStatus.PROVISIONAL && !hasDocNo) {
            throw Refusal.invalid(data.status().label() + "下达须填写文号。");
        }
        BigDecimal now = TargetVersion.inForce(targets.versions(target.id()), data.effectiveFrom())
                .map(TargetVersion::value)
                .orElse(null);
        boolean decrease = now != null && data.value().compareTo(now) < 0;
        if ((data.status() == VersionStatus.ADJUSTED || decrease) && !hasReason) {
            throw Refusal.invalid(decrease ? "调减目标须填写原因。" : "调整目标须填写原因。");
        }
        if (file != null && file.content().length > LARGEST) {
            throw Refusal.tooLarge("附件不能超过 10 MB，请压缩后重新上传。");
        }
    }

    private void tellLeaders(Target target, TargetProposal made) {
        List<Person> leaders = org.people().stream()
                .filter(each -> each.active() && each.position() == Position.BUREAU_LEADER && each.account() != null)
                .toList();
        List<Person> responsible = leaders.stream()
                .filter(each -> each.name().equals(target.leader()))
                .toList();
        for (Person leader : responsible.isEmpty() ? leaders : responsible) {
            notifications.raise(new NoticeData(
                    "planning:proposal:" + made.id() + ":to:" + leader.id().value(),
                    leader.id(),
                    NoticeKind.PLAN,
                    "请批准目标调整：" + target.name(),
                    "拟" + made.status().label() + "为 "
                            + made.value().stripTrailingZeros().toPlainString() + " " + target.unit() + "，"
                            + made.effectiveFrom() + " 起生效。",
                    "targets/" + target.year() + "/" + target.code(),
                    Urgency.NORMAL));
        }
    }

    private Target target(TargetId id) {
        return targets.find(id).orElseThrow(() -> Refusal.notFound("该指标已不存在，请刷新。"));
    }

    private Recording recording(Target target) {
        return new Recording(clock.now(), user.account(), target.year(), null);
    }
}
