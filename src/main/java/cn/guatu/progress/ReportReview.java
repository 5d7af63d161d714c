package cn.guatu.progress;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.ReportQueries.Item;
import cn.guatu.progress.rule.RecognitionProposal;
import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Reports are reviewed by the head of the lead department: approving one completes the node that it says is finished and posts what it
 * claims; what was claimed and what was recognised are both kept (semantics §2).
 */
@Service
public class ReportReview {

    private final RetryingTransactions transactions;
    private final ReportQueries reports;
    private final WeekQueries weeks;
    private final ReportStore store;
    private final EvidenceQueries evidence;
    private final EvidenceStore evidenceStore;
    private final ReportGate gate;
    private final LedgerQueries ledgerQueries;
    private final LedgerService ledger;
    private final ProjectService projects;
    private final ChangeLog changes;
    private final AuditService audit;
    private final CurrentUser user;
    private final BusinessClock clock;

    ReportReview(
            RetryingTransactions transactions,
            ReportQueries reports,
            WeekQueries weeks,
            ReportStore store,
            EvidenceQueries evidence,
            EvidenceStore evidenceStore,
            ReportGate gate,
            LedgerQueries ledgerQueries,
            LedgerService ledger,
            ProjectService projects,
            ChangeLog changes,
            AuditService audit,
            CurrentUser user,
            BusinessClock clock) {
        this.transactions = transactions;
        this.reports = reports;
        this.weeks = weeks;
        this.store = store;
        this.evidence = evidence;
        this.evidenceStore = evidenceStore;
        this.gate = gate;
        this.ledgerQueries = ledgerQueries;
        this.ledger = ledger;
        this.projects = projects;
        this.changes = changes;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** What became of one of many that were to be approved; problem is null when it was approved. */
    public record Outcome(WeekItem item, @Nullable String problem) {}

    /** What waits for the caller's review, the oldest week first. */
    @PreAuthorize(Permission.May.RECOGNISE)
    public List<WeekItem> queue() {
        return weeks.details(weeks.toReview(user.scope()), user.scope(), user.account());
    }

    /** How many reports wait for the caller's review; 0 for somebody who reviews none. */
    public int waiting() {
        return user.has(Permission.RECOGNISE) ? weeks.toReview(user.scope()).size() : 0;
    }

    /** The row that approving the report would post; empty when there is nothing to post. */
    public static Optional<RecognitionProposal> proposal(WeekItem item) {
        return item.report() == null
                ? Optional.empty()
                : RecognitionProposal.of(item.report().claim(), item.counted());
    }

    /**
     * Approves a report.
     *
     * @throws StaleReport when it was changed since, or reviewed already
     * @throws Refusal as the ledger refuses the row, in which case nothing of the approval stays
     */
    @PreAuthorize(Permission.May.RECOGNISE)
    public WeeklyReport approve(Approval approval) {
        return transactions.execute(() -> approved(approval));
    }

    /** Approves many as proposed, each on its own: what is refused stays and says why. */
    @PreAuthorize(Permission.May.RECOGNISE)
    public List<Outcome> approveAll(List<WeekItem> items) {
        List<Outcome> outcomes = new ArrayList<>();
        for (WeekItem item : items) {
            try {
                transactions.run(() -> approved(Approval.asProposed(item.key(), item.version())));
                outcomes.add(new Outcome(item, null));
            } catch (Refusal refusal) {
                outcomes.add(new Outcome(item, refusal.sentence()));
            }
        }
        return outcomes;
    }

    /** Returns a report with a reason; it is to be done again. */
    @PreAuthorize(Permission.May.RECOGNISE)
    public WeeklyReport sendBack(ReportKey key, int seen, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > 4_000) {
            throw Refusal.invalid("请填写退回原因，不超过 4000 字。");
        }
        return transactions.execute(() -> {
            Recording how = now();
            Item item = gate.toReview(key);
            WeeklyReport report = reviewable(key, seen);
            if (!store.sendBack(report.id(), report.version(), why, how)) {
                throw stale(report);
            }
            store.step(key, StepAction.RETURNED, report.version() + 1, report.claim(), why, null, null, how);
            audit.record("report.return", item.title() + " " + key.week(), null, Map.of("reason", why));
            changes.record(how, item.year(), "REPORTS", item.title() + " 周报退回");
            return reports.find(key).orElseThrow();
        });
    }

    private WeeklyReport approved(Approval approval) {
        Recording how = now();
        ReportKey key = approval.item();
        Item item = gate.toReview(key);
        // The phase first, as the ledger does: what is confirmed holds still while the difference is worked out.
        ledgerQueries.lockPhases(List.of(key.phase().value()));
        WeeklyReport report = reviewable(key, approval.seen());
        moveNode(item, report.claim(), how);
        Counted counted = weeks.details(List.of(key), user.scope(), user.account())
                .getFirst()
                .counted();
        RecognitionId row = post(approval, report, counted, how);
        BigDecimal recognised = counted == null ? null : recognised(key, report, counted, row);
        if (!store.approve(report.id(), report.version(), recognised, row, how)) {
            throw stale(report);
        }
        store.step(
                key,
                StepAction.APPROVED,
                report.version() + 1,
                report.claim(),
                approval.remark(),
                recognised,
                row,
                how);
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("claimed", String.valueOf(report.claim().cumulative()));
        after.put("recognition", row == null ? "" : String.valueOf(row.value()));
        audit.record("report.approve", item.title() + " " + key.week(), null, after);
        changes.record(how, item.year(), "REPORTS", item.title() + " 周报审核通过");
        return reports.find(key).orElseThrow();
    }

    private WeeklyReport reviewable(ReportKey key, int seen) {
        WeeklyReport report = reports.lock(key).orElseThrow(() -> Refusal.notFound("这份周报不存在，请刷新。"));
        if (report.version() != seen || report.state() != ReportState.SUBMITTED) {
            throw stale(report);
        }
        return report;
    }

    private static StaleReport stale(WeeklyReport report) {
        return new StaleReport(
                report, "这份周报已有变化（%s），请刷新后再审核。".formatted(report.state().label()));
    }

    private void moveNode(Item item, Claim claim, Recording how) {
        if (item.node() == null) {
            return;
        }
        Node node = projects.node(item.node().id()).orElseThrow();
        if (node.actual() != null) {
            return;
        }
        if (claim.completedOn() != null) {
            projects.completeNode(node.id(), node.version(), claim.completedOn(), how);
        } else if (claim.forecast() != null && !claim.forecast().equals(node.forecast())) {
            projects.editNode(forecast(node, claim.forecast()), node.version(), how);
        }
    }

    private @Nullable RecognitionId post(
            Approval approval, WeeklyReport report, @Nullable Counted counted, Recording how) {
        Optional<RecognitionProposal> proposed = RecognitionProposal.of(report.claim(), counted);
        BigDecimal quantity = approval.recognise() != null
                ? approval.recognise()
                : proposed.map(RecognitionProposal::quantity).orElse(BigDecimal.ZERO);
        BigDecimal below = proposed.map(RecognitionProposal::denominator).orElse(null);
        if (counted == null || (quantity.signum() == 0 && (below == null || below.signum() == 0))) {
            return null;
        }
        Claim claim = report.claim();
        ReportKey key = report.item();
        LocalDate said = LocalDate.ofInstant(report.submittedAt(), BusinessClock.ZONE);
        String week = "%d年第%d周".formatted(key.week().year(), key.week().week());
        RecognitionId row = ledger.post(
                new NewRecognition(
                        key.phase(),
                        counted.target(),
                        key.node(),
                        // A cumulative claim is counted once a week; a finished node once for its evidence.
                        claim.cumulative() == null ? null : week,
                        claim.completedOn() == null ? said : claim.completedOn(),
                        quantity,
                        below,
                        false,
                        evidenceOf(claim, key, week),
                        claim.reason() != null ? claim.reason() : approval.remark(),
                        null),
                how);
        evidenceStore.link(row, evidence.idsOf(key));
        return row;
    }

    private String evidenceOf(Claim claim, ReportKey key, String week) {
        if (claim.evidence() != null) {
            return claim.evidence();
        }
        List<String> files = evidence.namesOf(key);
        return files.isEmpty() ? week + "周报" : String.join("、", files);
    }

    private @Nullable BigDecimal recognised(
            ReportKey key, WeeklyReport report, Counted counted, @Nullable RecognitionId row) {
        if (report.claim().cumulative() == null && row == null) {
            return null;
        }
        Counted after = weeks.details(List.of(key), user.scope(), user.account())
                .getFirst()
                .counted();
        return MeasureUnit.plain((after == null ? counted : after).confirmed());
    }

    private static NodeData forecast(Node node, LocalDate forecast) {
        return new NodeData(
                node.id(),
                node.phase(),
                node.name(),
                node.planned(),
                forecast,
                node.actual(),
                node.owner(),
                node.ownerId(),
                node.weight(),
                node.durationDays(),
                node.target(),
                node.quantity(),
                node.approx(),
                node.basis(),
                node.sortOrder());
    }

    private Recording now() {
        return new Recording(clock.now(), user.account(), null, null);
    }
}
