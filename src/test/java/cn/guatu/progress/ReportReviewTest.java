package cn.guatu.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.jooq.Tables;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.Role;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SignedIn;
import cn.guatu.testing.SmallDistrict;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Semantics §2 on a real server: what approving and returning a report does, and what evidence it stands on. */
@GuatuTest
class ReportReviewTest {

    private static final ReportingWeek W24 = ReportingWeek.of(2026, 24);
    private static final byte[] PDF = "%PDF-1.7 合同".getBytes(StandardCharsets.UTF_8);

    @Autowired
    ReportService reports;

    @Autowired
    ReportReview review;

    @Autowired
    MyWeek myWeek;

    @Autowired
    EvidenceService evidence;

    @Autowired
    LedgerService ledger;

    @Autowired
    ProjectService projects;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    private UnitId 更新科;
    private UnitId 整备科;
    private PhaseId P;
    private NodeId 出让;

    @BeforeEach
    void a_district() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 6, 10, 9, 0));
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        更新科 = world.unit("更新科", "DEPARTMENT");
        整备科 = world.unit("整备科", "DEPARTMENT");
        TargetId target = world.target(2026, "GH-01", TargetKind.FLOW, 更新科);
        P = world.phase(2026, "LG05", 更新科);
        world.share(P, world.unit("甲街道", "STREET"), "1", 0);
        出让 = world.node(P, "土地出让合同");
        dsl.update(Tables.NODE)
                .set(Tables.NODE.TARGET_ID, target.value())
                .set(Tables.NODE.QUANTITY, new BigDecimal("3.2"))
                .execute();
    }

    @Test
    void approving_a_cumulative_claim_posts_the_difference_and_keeps_both_values() {
        submit(cumulative("1.5", null), 0);
        WeeklyReport approved = approve(1, null);

        assertThat(approved.state()).isEqualTo(ReportState.APPROVED);
        assertThat(approved.claim().cumulative()).isEqualByComparingTo("1.5");
        assertThat(approved.recognised()).isEqualByComparingTo("1.5");

        nextWeek();
        submitIn(W24.next(), cumulative("2.25", null));
        WeeklyReport less = head().does(
                        () -> review.approve(new Approval(item().in(W24.next()), 1, new BigDecimal("0.5"), "证载面积较小")));

        assertThat(less.claim().cumulative()).isEqualByComparingTo("2.25");
        assertThat(less.recognised()).isEqualByComparingTo("2");
        assertThat(ledger.rowsOf(P))
                .extracting(Recognition::quantity)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualByComparingTo("1.5"),
                        second -> assertThat(second).isEqualByComparingTo("0.5"));
    }

    @Test
    void a_lower_claim_with_a_reason_posts_a_deduction() {
        submit(cumulative("3", null), 0);
        approve(1, null);
        nextWeek();
        submitIn(W24.next(), cumulative("2.4", "面积复核更正"));
        head().does(() -> review.approve(Approval.asProposed(item().in(W24.next()), 1)));

        Recognition last = ledger.rowsOf(P).getLast();
        assertThat(last.quantity()).isEqualByComparingTo("-0.6");
        assertThat(last.reason()).isEqualTo("面积复核更正");
    }

    @Test
    void approving_a_finished_node_completes_it_and_posts_what_it_declares_on_its_evidence() {
        officer().does(() -> evidence.add(item(), "C:\\合同\\出让合同.pdf", PDF));
        submit(finished(null), 0);
        WeeklyReport approved = approve(1, null);

        Node node = projects.node(出让).orElseThrow();
        assertThat(node.actual()).isEqualTo(LocalDate.of(2026, 6, 9));
        assertThat(ledger.rowsOf(P)).singleElement().satisfies(row -> {
            assertThat(row.quantity()).isEqualByComparingTo("3.2");
            assertThat(row.node()).isEqualTo(出让);
            assertThat(row.occurredOn()).isEqualTo(LocalDate.of(2026, 6, 9));
            assertThat(row.evidence()).isEqualTo("出让合同.pdf");
            assertThat(row.id()).isEqualTo(approved.recognition());
        });
        assertThat(dsl.fetchCount(Tables.RECOGNITION_EVIDENCE)).isEqualTo(1);
        assertThatThrownBy(() -> officer().does(() -> evidence.add(item(), "另一份.pdf", PDF)))
                .hasMessageContaining("已审核通过");
    }

    @Test
    void what_the_ledger_refuses_leaves_the_report_and_the_node_as_they_were() {
        submit(finished("一号"), 0);
        clock.set(LocalDateTime.of(2026, 6, 10, 10, 0));
        dsl.deleteFrom(Tables.PHASE_SHARE).execute();

        assertThatThrownBy(() -> approve(1, null)).hasMessageContaining("没有街道占比");

        assertThat(projects.node(出让).orElseThrow().actual()).isNull();
        assertThat(head().does(() -> review.queue())).hasSize(1);
    }

    @Test
    void a_returned_report_is_done_again_and_the_timeline_tells_it_all() {
        submit(cumulative("1.5", null), 0);
        head().does(() -> review.sendBack(item(), 1, "请附合同"));

        assertThat(officer().does(() -> myWeek.items(W24))).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(ReportState.RETURNED);
            assertThat(item.report().returnReason()).isEqualTo("请附合同");
        });
        submit(cumulative("1.6", null), 2);
        approve(3, null);

        assertThat(officer().does(() -> reports.timeline(item())))
                .extracting(ReportStep::action)
                .containsExactly(StepAction.APPROVED, StepAction.SUBMITTED, StepAction.RETURNED, StepAction.SUBMITTED);
        assertThat(reports.items(2026, W24, W24))
                .singleElement()
                .extracting(ReportItem::returns)
                .isEqualTo(1);
        assertThatThrownBy(() -> submit(cumulative("9", null), 4)).isInstanceOf(StaleReport.class);
    }

    @Test
    void many_are_approved_each_on_its_own() {
        NodeId 另一 = new SmallDistrict(dsl).node(P, "规划审批");
        submit(cumulative("1.5", null), 0);
        officer().does(() -> reports.submit(new Submission(new ReportKey(W24, P, 另一), Claim.nothingMoved(), 0)));
        List<WeekItem> queue = head().does(() -> review.queue());
        head().does(() -> review.sendBack(item(), 1, "请补充"));

        List<ReportReview.Outcome> outcomes = head().does(() -> review.approveAll(queue));

        assertThat(outcomes).filteredOn(each -> each.problem() == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(each -> each.problem() != null)
                .singleElement()
                .satisfies(each -> assertThat(each.problem()).contains("已有变化"));
    }

    @Test
    void only_the_lead_departments_head_and_the_supervisor_review() {
        submit(cumulative("1.5", null), 0);

        assertThatThrownBy(() -> officer().does(() -> review.queue())).isInstanceOf(AccessDeniedException.class);
        assertThat(SignedIn.in(整备科, Role.DEPARTMENT_HEAD, "kz2", 3).does(() -> review.queue()))
                .isEmpty();
        assertThat(SignedIn.everywhere(Role.SUPERVISOR, "dc1").does(() -> review.queue()))
                .hasSize(1);
    }

    @Test
    void what_is_typed_is_found_again_until_it_is_submitted() {
        Draft typed = new Draft(0, "1.", null, null, null, null, "正在", null, null, null, null);
        officer().does(() -> myWeek.keep(item(), typed));
        officer()
                .does(() -> myWeek.keep(
                        item(), new Draft(0, "1.5", null, null, null, null, "正在谈", null, null, null, null)));

        assertThat(officer().does(() -> myWeek.item(item())).draft()).satisfies(draft -> {
            assertThat(draft.progress()).isEqualTo("正在谈");
            assertThat(draft.savedAt()).isEqualTo(clock.now());
        });
        submit(cumulative("1.5", null), 0);
        assertThat(officer().does(() -> myWeek.item(item())).draft()).isNull();
    }

    @Test
    void evidence_is_what_its_name_says_and_stored_once() {
        EvidenceId id = officer().does(() -> evidence.add(item(), "合同.pdf", PDF));
        assertThat(officer().does(() -> evidence.add(item(), "合同.pdf", PDF))).isEqualTo(id);
        officer().does(() -> evidence.add(item(), "副本.pdf", PDF));
        assertThat(dsl.fetchCount(Tables.EVIDENCE_CONTENT)).isEqualTo(1);
        assertThat(officer().does(() -> evidence.of(item()))).hasSize(2);

        refused("脚本.html", PDF, Refusal.Kind.UNSUPPORTED);
        refused("假的.png", PDF, Refusal.Kind.UNSUPPORTED);
        refused("空.pdf", new byte[0], Refusal.Kind.INVALID);
        refused("大.pdf", new byte[EvidenceService.LARGEST + 1], Refusal.Kind.TOO_LARGE);
    }

    @Test
    void a_link_opens_once_for_who_asked_and_only_for_a_while() {
        byte[] large = new byte[3 * 1024 * 1024 + 7];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        EvidenceId id = officer().does(() -> evidence.add(item(), "合同.pdf", large));
        String token = head().does(() -> evidence.link(id)).substring("evidence/".length());

        assertThatThrownBy(() -> officer().does(() -> evidence.open(token))).hasMessageContaining("已用过或已过期");
        assertThat(head().does(() -> evidence.open(token)).content()).isEqualTo(large);
        assertThatThrownBy(() -> head().does(() -> evidence.open(token))).hasMessageContaining("已用过或已过期");
        String late = head().does(() -> evidence.link(id)).substring("evidence/".length());
        clock.advance(Duration.ofMinutes(3));
        assertThatThrownBy(() -> head().does(() -> evidence.open(late))).hasMessageContaining("已用过或已过期");
        assertThatThrownBy(() -> SignedIn.in(整备科, Role.OFFICER, "zr9", 9).does(() -> evidence.link(id)))
                .isInstanceOf(Refusal.class);
    }

    private void refused(String name, byte[] content, Refusal.Kind kind) {
        assertThatThrownBy(() -> officer().does(() -> evidence.add(item(), name, content)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private void submit(Claim claim, int seen) {
        officer().does(() -> reports.submit(new Submission(item(), claim, seen)));
    }

    private void submitIn(ReportingWeek week, Claim claim) {
        officer().does(() -> reports.submit(new Submission(item().in(week), claim, 0)));
    }

    private WeeklyReport approve(int seen, @Nullable BigDecimal recognise) {
        return head().does(() -> review.approve(new Approval(item(), seen, recognise, null)));
    }

    private void nextWeek() {
        clock.advance(Duration.ofDays(7));
    }

    private ReportKey item() {
        return new ReportKey(W24, P, 出让);
    }

    private static Claim cumulative(String quantity, @Nullable String reason) {
        return new Claim(new BigDecimal(quantity), null, null, null, reason, "推进中", null, null, null, false);
    }

    private static Claim finished(@Nullable String evidence) {
        return new Claim(null, null, LocalDate.of(2026, 6, 9), evidence, null, "已签合同", null, null, null, false);
    }

    private SignedIn officer() {
        return SignedIn.in(更新科, Role.OFFICER, "zr1", 1);
    }

    private SignedIn head() {
        return SignedIn.in(更新科, Role.DEPARTMENT_HEAD, "kz1", 2);
    }
}
