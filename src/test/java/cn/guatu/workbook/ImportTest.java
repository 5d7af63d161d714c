package cn.guatu.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.Recognition;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.target.TargetService;
import cn.guatu.target.TargetVersion;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.workbook.rule.Change;
import cn.guatu.workbook.sheet.Problem;
import cn.guatu.workbook.sheet.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** The workbook in, out and back, on the real server (workbook.md; rulings, Workbook). */
@GuatuTest
class ImportTest {
    @Autowired
    WorkbookService workbooks;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext sql;

    @Autowired
    LedgerService ledger;

    @Autowired
    TargetService targets;

    @BeforeEach
    void anEmptyHouse() {
        cleaner.clear();
        clock.reset();
        signIn();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    static void signIn() {
        Caller caller = new Caller(
                "ducha",
                "督查",
                Set.of(Role.SUPERVISOR),
                RolePermissions.of(Role.SUPERVISOR),
                AccessScope.everything(),
                1,
                "");
        String[] authorities =
                caller.permissions().stream().map(each -> each.authority()).toArray(String[]::new);
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller, null, AuthorityUtils.createAuthorityList(authorities)));
    }

    @Test
    void aTrialSaysWhatWouldComeAndWritesNothing() {
        ImportReport report = workbooks.tryOut(Book.small().file(), 2026);
        assertThat(errors(report)).isEmpty();
        assertThat(report.applied()).isFalse();
        assertThat(report.importId()).isNull();
        assertThat(Counts.of(report.comparison()).get("指标")).isEqualTo(new PlanImport.Count(4, 0, 0));
        assertThat(rows("unit")).isZero();
        assertThat(rows("plan_import")).isZero();
    }

    @Test
    void everySheetArrivesAndTheSameFileAgainChangesNothing() {
        ImportReport report = workbooks.apply(Book.small().file(), 2026);
        assertThat(errors(report)).isEmpty();
        assertThat(report.applied()).isTrue();
        assertThat(rows("unit")).isEqualTo(5);
        assertThat(rows("person")).isEqualTo(3);
        assertThat(rows("target")).isEqualTo(4);
        assertThat(rows("allocation")).isEqualTo(2);
        assertThat(rows("phase")).isEqualTo(2);
        assertThat(rows("node")).isEqualTo(3);
        assertThat(rows("node_predecessor")).isEqualTo(2);
        assertThat(rows("recognition")).isEqualTo(3);
        assertThat(rows("decision")).isEqualTo(1);
        assertThat(rows("blocker")).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        ImportReport again = workbooks.apply(Book.small().file(), 2026);
        assertThat(again.comparison().sheets())
                .allSatisfy(sheet ->
                        assertThat(sheet.changes()).as(sheet.sheet().label()).isEmpty());
        assertThat(again.applied()).isTrue();
        assertThat(again.importId()).isNull();
        assertThat(workbooks.history()).hasSize(1);
    }

    @Test
    void whatIsExportedComesBackUnchanged() throws IOException {
        workbooks.apply(Book.small().file(), 2026);
        clock.advance(Duration.ofDays(1));
        ImportReport back = workbooks.tryOut(exported(2026), 2026);
        assertThat(errors(back)).isEmpty();
        assertThat(changes(back)).isEmpty();
        assertThat(back.comparison().sheets())
                .allSatisfy(sheet -> assertThat(sheet.missing()).isEmpty());
    }

    @Test
    void aChangedFigureBecomesAVersionAndAChangedRowAReversal() {
        workbooks.apply(Book.small().file(), 2026);
        clock.advance(Duration.ofDays(1));
        ImportReport report = workbooks.apply(
                Book.small()
                        .replace("指标", "土地供应|公顷|80", "土地供应|公顷|90")
                        .replace("计入", "2026-06-10|10|", "2026-06-11|12|")
                        .file(),
                2026);
        assertThat(errors(report)).isEmpty();
        assertThat(report.comparison().targets().changes()).hasSize(1);
        assertThat(report.comparison().targets().changes().getFirst().fields())
                .containsExactly(new Change.Field("年度目标", "80", "90"));
        List<TargetVersion> versions = targets.versions(2026).stream()
                .filter(each -> each.value() != null && each.value().intValue() >= 80)
                .toList();
        assertThat(versions).hasSize(2);
        List<Recognition> all = ledger.rows(2026);
        assertThat(all).hasSize(5);
        assertThat(all.stream()
                        .filter(Recognition::stands)
                        .map(row -> row.quantity().stripTrailingZeros()))
                .contains(new BigDecimal("12"))
                .doesNotContain(BigDecimal.TEN.stripTrailingZeros());
        assertThat(workbooks
                        .tryOut(
                                Book.small()
                                        .replace("指标", "土地供应|公顷|80", "土地供应|公顷|90")
                                        .replace("计入", "2026-06-10|10|", "2026-06-11|12|")
                                        .file(),
                                2026)
                        .comparison()
                        .changesNothing())
                .isTrue();
    }

    @Test
    void anEmptiedCellIsClearedAndAMissingSheetIsLeftAlone() {
        workbooks.apply(Book.small().file(), 2026);
        clock.advance(Duration.ofDays(1));
        ImportReport report = workbooks.apply(
                Book.small()
                        .without("节点")
                        .without("计入")
                        .replace("项目", "整备科、供电局", "")
                        .replace("指标", "|30|80", "||80")
                        .replace("指标", "T3|待下达|公顷||预计", "T3|待下达|公顷|5|正式")
                        .file(),
                2026);
        assertThat(errors(report)).isEmpty();
        assertThat(report.comparison().nodes().missing()).isEmpty();
        assertThat(rows("node")).isEqualTo(3);
        assertThat(rows("phase_assist")).isZero();
        assertThat(rows("target_plan")).isEqualTo(2);
    }

    @Test
    void oneErrorAndNothingIsWritten() {
        ImportReport report = workbooks.apply(
                Book.small()
                        .replace("项目", "|乙", "|丙街道")
                        .replace("指标", "比率|整备科", "比率|整备可")
                        .replace("目标分解", "T1|甲|30", "T9|甲|30")
                        .replace("堵点", "T1|3", "T1|3亿元")
                        .file(),
                2026);
        assertThat(report.applied()).isFalse();
        assertThat(errors(report))
                .extracting(Problem::sheet, Problem::cell)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("指标", "I4"),
                        org.assertj.core.groups.Tuple.tuple("目标分解", "A2"),
                        org.assertj.core.groups.Tuple.tuple("项目", "H3"),
                        org.assertj.core.groups.Tuple.tuple("堵点", "G2"));
        assertThat(errors(report))
                .anySatisfy(each -> assertThat(each.suggestion()).isEqualTo("整备科"));
        assertThat(rows("unit")).isZero();
        assertThat(rows("plan_year")).isZero();
        assertThat(rows("change_log")).isZero();
    }

    @Test
    void aNameThatBeginsSeveralStreetsIsRefusedWithTheCandidates() {
        ImportReport report = workbooks.tryOut(
                Book.small()
                        .row("组织", "甲街道办|街道|东湖区|3")
                        .replace("目标分解", "T1|甲|30", "T1|甲街|30")
                        .file(),
                2026);
        assertThat(errors(report)).singleElement().satisfies(each -> {
            assertThat(each.sheet()).isEqualTo("目标分解");
            assertThat(each.expected()).contains("甲街道", "甲街道办");
        });
    }

    @Test
    void aPersonWhoIsNotListedIsKeptAsANameWithAReminder() {
        ImportReport report = workbooks.apply(Book.small().file(), 2026);
        assertThat(report.comparison().problems())
                .filteredOn(each ->
                        each.severity() == Severity.WARNING && each.found().equals("外聘人员"))
                .singleElement()
                .satisfies(each -> assertThat(each.cell()).isEqualTo("F3"));
    }

    @Test
    void aNegativeRowBelowNothingIsRefused() {
        ImportReport report = workbooks.tryOut(
                Book.small().replace("计入", "2026-07-01|-2|", "2026-07-01|-12|").file(), 2026);
        assertThat(errors(report))
                .singleElement()
                .satisfies(each -> assertThat(each.cell()).isEqualTo("E3"));
    }

    @Test
    void rowsMayReferToWhatIsAlreadyThere() {
        workbooks.apply(Book.small().file(), 2026);
        clock.advance(Duration.ofDays(1));
        ImportReport report = workbooks.apply(
                new Book()
                        .sheet("组织", "名称|类型", "丙街道|街道")
                        .sheet("指标", "编码|名称|单位|牵头科室|上级指标|其中关系", "T4|新指标|公顷|更新科|T1|部分")
                        .sheet("项目", "编码|名称|牵头科室|责任人|街道占比", "P3|新项目|更新科|张三|丙")
                        .sheet("节点", "项目编码|节点名称|计划完成|前置节点", "P3|开工|年底|P1/一期/土地出让")
                        .file(),
                2026);
        assertThat(errors(report)).isEmpty();
        assertThat(report.comparison().units().missing()).hasSize(5);
        assertThat(rows("node_predecessor")).isEqualTo(3);
    }

    @Test
    void aCircleThroughFileAndSystemIsRefused() {
        workbooks.apply(Book.small().file(), 2026);
        ImportReport report = workbooks.tryOut(
                Book.small()
                        .without("计入")
                        .sheet("节点", "项目编码|分期|节点名称|计划完成|前置节点", "P1||规划审批|3月底|P2/二期/签约")
                        .file(),
                2026);
        assertThat(errors(report)).singleElement().satisfies(each -> {
            assertThat(each.cell()).isEqualTo("E2");
            assertThat(each.found()).contains("签约", "规划审批");
        });
    }

    @Test
    void twoAtOnceComeOneAfterTheOther() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<ImportReport> work =
                    () -> workbooks.applyAs("test", Book.small().file(), 2026);
            List<Future<ImportReport>> done = new ArrayList<>();
            done.add(both.submit(work));
            done.add(both.submit(work));
            List<ImportReport> reports = List.of(done.get(0).get(), done.get(1).get());
            assertThat(reports).allMatch(ImportReport::applied);
            assertThat(reports).filteredOn(each -> each.importId() != null).hasSize(1);
            assertThat(rows("recognition")).isEqualTo(3);
        }
    }

    @Test
    void aYearThatCannotBeIsRefused() {
        assertThatThrownBy(() -> workbooks.tryOut(Book.small().file(), 26)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsUndoneHasNeverBeen() {
        List<String> before = everything();
        ImportReport first = workbooks.apply(Book.small().file(), 2026);
        workbooks.undo(java.util.Objects.requireNonNull(first.importId()));
        assertThat(everything()).isEqualTo(before);
        assertThat(workbooks.history()).singleElement().matches(each -> !each.stands());
        assertThat(workbooks.apply(Book.small().file(), 2026).applied()).isTrue();
    }

    @Test
    void anUndoneChangeGivesBackWhatWasThere() {
        workbooks.apply(Book.small().file(), 2026);
        clock.advance(Duration.ofDays(1));
        List<String> before = everything();
        ImportReport second = workbooks.apply(
                Book.small()
                        .row("组织", "丙街道|街道|甲街道|3")
                        .replace("项目", "整备科、供电局|甲街道:60%;乙街道:40%", "|丙街道")
                        .replace("项目", "征收项目|二期|土地整备|整备科", "征收项目|二期|土地整备|更新科")
                        .replace("指标", "土地供应|公顷|80", "土地供应|公顷|90")
                        .replace("指标", "|30|80", "||80")
                        .replace("节点", "|规划审批|T1|", "||T1|")
                        .replace("计入", "2026-06-10|10|", "2026-06-11|12|")
                        .row("计入", "P2|二期|T1|2026-08-02|1|||公告|")
                        .file(),
                2026);
        assertThat(errors(second)).isEmpty();
        assertThat(everything()).isNotEqualTo(before);
        workbooks.undo(java.util.Objects.requireNonNull(second.importId()));
        assertThat(everything()).isEqualTo(before);
        ledger.rebuild();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatSomethingWasBuiltOnIsNotUndone() {
        ImportId first = java.util.Objects.requireNonNull(
                workbooks.apply(Book.small().file(), 2026).importId());
        clock.advance(Duration.ofDays(1));
        ImportId second = java.util.Objects.requireNonNull(workbooks
                .apply(Book.small().replace("指标", "公顷|80", "公顷|90").file(), 2026)
                .importId());
        assertThatThrownBy(() -> workbooks.undo(first))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ducha");
        workbooks.undo(second);
        workbooks.undo(first);
        assertThat(rows("unit")).isZero();
    }

    /** Every row of every table of the plan and its history, without running numbers of versions. */
    private List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String table : List.of(
                "plan_year",
                "unit",
                "person",
                "target",
                "target_version",
                "target_plan",
                "allocation",
                "project",
                "phase",
                "phase_assist",
                "phase_share",
                "node",
                "node_predecessor",
                "recognition",
                "recognition_share",
                "recognition_key",
                "monthly_total",
                "decision",
                "blocker",
                "unit_history",
                "person_history",
                "target_history",
                "target_plan_history",
                "allocation_history",
                "phase_history",
                "phase_assist_history",
                "phase_share_history",
                "node_history",
                "node_predecessor_history",
                "decision_history",
                "blocker_history")) {
            sql.fetch("select * from " + table)
                    .forEach(row -> all.add(table + " " + java.util.Arrays.toString(row.intoArray())));
        }
        return all.stream().sorted().toList();
    }

    @Test
    void longgang2018ImportsAndComesBackUnchanged() throws IOException {
        PlanFile plan = real("longgang-2018.xlsx");
        ImportReport report = workbooks.apply(plan, 2018);
        assertThat(errors(report)).isEmpty();
        TargetVersion gh03 =
                targets.versions(targets.require(2018, "GH-03").id()).getFirst();
        assertThat(gh03.value()).isEqualByComparingTo("60");
        BigDecimal planned = report.comparison().nodes().changes().stream()
                .map(Change::line)
                .filter(node -> "GH-03".equals(node.target()))
                .map(node -> java.util.Objects.requireNonNull(node.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(planned).isEqualByComparingTo("11.7");
        assertThat(changes(workbooks.tryOut(plan, 2018))).isEmpty();
        assertThat(changes(workbooks.tryOut(exported(2018), 2018))).isEmpty();
    }

    @Test
    void yantian2024ImportsAndComesBackUnchanged() throws IOException {
        workbooks.apply(real("longgang-2018.xlsx"), 2018);
        PlanFile plan = real("yantian-2024.xlsx");
        assertThat(errors(workbooks.apply(plan, 2024))).isEmpty();
        assertThat(changes(workbooks.tryOut(plan, 2024))).isEmpty();
        assertThat(changes(workbooks.tryOut(exported(2024), 2024))).isEmpty();
    }

    private PlanFile exported(int year) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbooks.export(year, out);
        return new PlanFile("导出.xlsx", out.toByteArray());
    }

    /** The published plans lie beside the repository on some machines only. */
    static PlanFile real(String name) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return new PlanFile(name, Files.readAllBytes(file));
            }
        }
        Assumptions.abort(name + " is not here");
        throw new AssertionError();
    }

    private int rows(String table) {
        return sql.fetchCount(org.jooq.impl.DSL.table(table));
    }

    static List<Problem> errors(ImportReport report) {
        return report.comparison().problems().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }

    static List<String> changes(ImportReport report) {
        return report.comparison().sheets().stream()
                .flatMap(sheet -> sheet.changes().stream())
                .map(change -> change.line().label() + " " + change.fields())
                .toList();
    }
}
