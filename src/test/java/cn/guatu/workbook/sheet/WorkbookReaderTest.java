package cn.guatu.workbook.sheet;

import static cn.guatu.workbook.sheet.Book.row;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** workbook.md and rulings "Workbook": how a sheet becomes records. */
class WorkbookReaderTest {

    private static final Object[] NODES = row("项目编码", "节点名称", "计划完成", "前置节点", "工期（工作日）", "计入指标", "计入数量", "计入单位", "权重");
    private static final Object[] LEDGER = row("项目编码", "指标编码", "日期", "数量", "分母", "单位", "批次", "依据", "备注");

    @Test
    void aSoundPlanHasNoProblems() {
        ParsedWorkbook plan = Book.plan().read();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.units()).hasSize(4);
        assertThat(plan.present()).containsExactlyInAnyOrder(SheetKind.UNITS, SheetKind.TARGETS, SheetKind.PROJECTS);
        TargetRow target = plan.targets().getFirst();
        assertThat(target.value()).isEqualByComparingTo("80");
        assertThat(target.kind()).isEqualTo(TargetKind.FLOW);
        assertThat(target.status()).isEqualTo(VersionStatus.CONFIRMED);
        assertThat(target.hasCurve()).isFalse();
        PhaseRow phase = plan.phases().getFirst();
        assertThat(phase.phase()).isEqualTo("一期");
        assertThat(phase.shares()).containsExactly(new StreetShare("平湖街道", BigDecimal.ONE));
    }

    @Test
    void titleAndBlankRowsAboveTheHeadingAreTolerated() {
        ParsedWorkbook plan = Book.plan()
                .sheet(
                        "指标",
                        row("2026 年一张表"),
                        row(),
                        row(null, null, ""),
                        row("编码*", "名 称", "单位\n", "年度目标", "牵头科室（必填）"),
                        row("G1", "土地供应", "公顷", "80公顷", "更新科"))
                .merge("指标", "A1:E1")
                .read();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.targets()).hasSize(1);
        assertThat(plan.targets().getFirst().at().cell(Column.VALUE_OF_YEAR)).isEqualTo(new CellAt("指标", "D5"));
    }

    @Test
    void columnOrderIsFreeAndUnknownColumnsAreReportedAsIgnored() {
        ParsedWorkbook plan = Book.plan()
                .sheet("指标", row("牵头科室", "心情", "单位", "编码", "名称"), row("更新科", "好", "公顷", "G1", "土地供应"))
                .read();
        assertThat(plan.hasErrors()).isFalse();
        assertThat(plan.targets().getFirst().value()).isNull();
        assertThat(plan.targets().getFirst().status()).isEqualTo(VersionStatus.PROVISIONAL);
        assertThat(plan.problems()).singleElement().satisfies(each -> {
            assertThat(each.cell()).isEqualTo("B1");
            assertThat(each.severity()).isEqualTo(Severity.WARNING);
            assertThat(each.expected()).contains("忽略");
        });
    }

    @Test
    void aMissingRequiredSheetOrColumnIsAnError() {
        ParsedWorkbook plan = new Book()
                .sheet("组织", row("名称"), row("平湖区"))
                .sheet("指标", row("编码", "名称", "单位", "牵头科室"))
                .read();
        assertThat(errors(plan)).containsExactly("组织!A1", "项目!A1");
    }

    @Test
    void aMergedValueBelongsToEveryRowThatTheMergeCovers() {
        ParsedWorkbook plan = Book.plan()
                .sheet("节点", NODES, row("P1", "签约", "6月底"), row(null, "搬迁", "三季度"), row(null, "入库", "年底"))
                .merge("节点", "A2:A4")
                .read();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.nodes()).extracting(NodeRow::projectCode).containsExactly("P1", "P1", "P1");
        assertThat(plan.nodes())
                .extracting(NodeRow::planned)
                .containsExactly(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 12, 31));
    }

    @Test
    void aRowThatHasNothingOfItsOwnInAMergeIsNoRecord() {
        ParsedWorkbook plan = Book.plan()
                .sheet("节点", NODES, row("P1", "签约", "6月底"), row(), row("P1", "搬迁", "7月底"))
                .merge("节点", "A2:A3")
                .merge("节点", "B2:B3")
                .merge("节点", "C2:C3")
                .read();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.nodes()).hasSize(2);
    }

    @Test
    void aHeadingOverTwoRowsIsFound() {
        ParsedWorkbook plan = Book.plan()
                .sheet(
                        "指标",
                        row("编码", "名称", "单位", "牵头科室", "累计计划"),
                        row(null, null, null, null, "1月", "2月"),
                        row("G1", "土地供应", "公顷", "更新科", 1, 2))
                .merge("指标", "A1:A2")
                .merge("指标", "B1:B2")
                .merge("指标", "C1:C2")
                .merge("指标", "D1:D2")
                .merge("指标", "E1:F1")
                .read();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.targets().getFirst().months().subList(0, 3))
                .containsExactly(BigDecimal.ONE, BigDecimal.valueOf(2), null);
    }

    @Test
    void emptyIsEmptyAndNeverZero() {
        ParsedWorkbook plan = Book.plan()
                .sheet(
                        "指标",
                        row("编码", "名称", "单位", "年度目标", "权重", "牵头科室", "1月"),
                        row("G1", "土地供应", "公顷", "  ", null, "更新科", ""))
                .read();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.targets().getFirst().value()).isNull();
        assertThat(plan.targets().getFirst().weight()).isNull();
        assertThat(plan.targets().getFirst().months()).containsOnlyNulls().hasSize(12);
    }

    @Test
    void valuesAreConvertedToTheUnitOfTheTarget() {
        assertThat(value("公顷", "60万㎡")).isEqualByComparingTo("60");
        assertThat(value("亩", "1 公顷")).isEqualByComparingTo("15");
        assertThat(value("万元", "1.5亿元")).isEqualByComparingTo("15000");
        assertThat(value("%", new Book.Percent(0.955))).isEqualByComparingTo("0.955");
        assertThat(value("%", "95.5%")).isEqualByComparingTo("0.955");
        assertThat(value("％", 95.5)).isEqualByComparingTo("0.955");
        assertThat(value("公顷", 0.1 + 0.2)).isEqualByComparingTo("0.3");
        assertThat(value("公顷", new Book.Formula("1+1", 2.0))).isEqualByComparingTo("2");
        assertThat(value("公顷", new Book.Formula("1+1", null))).isNull();
    }

    @Test
    void incompatibleOrUnreadableValuesAreErrors() {
        for (Object bad :
                List.of("80户", "若干", "1,23", "-1", -1, new Book.Percent(0.5), true, LocalDate.of(2026, 1, 1))) {
            assertThat(errors(target("公顷", bad))).as(String.valueOf(bad)).containsExactly("指标!D2");
        }
        assertThat(errors(target("户", "80公顷"))).containsExactly("指标!D2");
    }

    @Test
    void anErrorCellIsAnError() {
        ParsedWorkbook plan = Book.plan()
                .with(poi -> poi.getSheet("指标").getRow(1).getCell(3).setCellErrorValue((byte) 23))
                .read();
        assertThat(plan.problems()).singleElement().satisfies(each -> {
            assertThat(each.found()).isEqualTo("#REF!");
            assertThat(each.cell()).isEqualTo("D2");
        });
    }

    @Test
    void aboutIsKeptAndReportedAsAWarning() {
        ParsedWorkbook plan = target("公顷", "约80");
        assertThat(plan.hasErrors()).isFalse();
        assertThat(plan.targets().getFirst().approx()).isTrue();
        assertThat(plan.problems())
                .singleElement()
                .extracting(Problem::severity)
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void datesAreReadFromCellsAndFromText() {
        assertThat(planned(LocalDate.of(2026, 6, 30))).isEqualTo("2026-06-30");
        assertThat(planned("2026年6月30日")).isEqualTo("2026-06-30");
        assertThat(planned("6月上旬")).isEqualTo("2026-06-10");
        assertThat(planned(46203)).isEqualTo("节点!C2");
    }

    @Test
    void theDateSystemOf1904IsHonoured() {
        ParsedWorkbook plan = Book.plan()
                .with(poi -> poi.getCTWorkbook().getWorkbookPr().setDate1904(true))
                .sheet("节点", NODES, row("P1", "签约", LocalDate.of(2026, 6, 30)))
                .read();
        assertThat(plan.nodes().getFirst().planned()).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    @Test
    void anAllowedWordIsRequiredAndTheNearestSuggested() {
        ParsedWorkbook plan = Book.plan()
                .sheet("组织", row("名称", "类型"), row("更新科", "科"), row("平湖街道", "街　道"), row("专班一", "指挥部"))
                .read();
        assertThat(plan.problems()).extracting(Problem::cell).containsExactly("B2", "B4");
        assertThat(plan.problems().getFirst().suggestion()).isNull();
        assertThat(plan.units()).hasSize(1);
        assertThat(plan.leftOut(SheetKind.UNITS, "更新科")).isTrue();
    }

    @Test
    void aRepeatedRecordIsAnErrorAtTheSecondAddress() {
        ParsedWorkbook plan = Book.plan()
                .sheet("组织", row("名称", "类型"), row("平湖街道", "街道"), row(" 平湖 街道 ", "街道"))
                .sheet(
                        "人员",
                        row("姓名", "账号", "所属"),
                        row("张三", "a1", "更新科"),
                        row("李四", "a1", "更新科"),
                        row("张三", null, "更新科"))
                .sheet("指标", row("编码", "名称", "单位", "牵头科室"), row("G1", "甲", "公顷", "更新科"), row("Ｇ１", "乙", "公顷", "更新科"))
                .sheet("目标分解", row("指标编码", "街道或科室", "目标值"), row("G1", "平湖", 1), row("G1", "平湖街道", 2))
                .sheet(
                        "项目",
                        row("编码", "名称", "分期", "牵头科室", "责任人", "街道占比"),
                        row("P1", "甲", null, "更新科", "张三", "平湖"),
                        row("P1", "甲", "一期", "更新科", "张三", "平湖"),
                        row("P1", "甲", "二期", "更新科", "张三", "平湖"))
                .sheet("节点", NODES, row("P1", "签约", "6月"), row("P1", "签 约", "7月"))
                .sheet(
                        "计入",
                        LEDGER,
                        row("P1", "G1", "6月1日", 1, null, null, null, "文1"),
                        row("P1", "G1", "7月1日", 2, null, null, null, "文 1"),
                        row("P1", "G1", "7月1日", 2, null, null, "批", "文1"))
                .sheet(
                        "会议议定",
                        row("会议日期", "事项", "牵头", "完成时限"),
                        row("3月5日", "建库", "更新科", "6月"),
                        row("2026-3-5", "建库", "更新科", "7月"))
                .sheet(
                        "堵点",
                        row("项目编码", "问题", "责任单位", "提出日期"),
                        row("P1", "难", "更新科", "3月5日"),
                        row("P1", "难", "更新科", "3月6日"))
                .read();
        assertThat(errors(plan))
                .containsExactly(
                        "组织!A3", "人员!B3", "人员!A4", "指标!A3", "目标分解!B3", "项目!A3", "节点!B3", "计入!H3", "会议议定!B3", "堵点!B3");
    }

    @Test
    void streetSharesSumToExactlyAHundredPerCent() {
        assertThat(shares("平湖街道:60%;南湾街道:40%")).containsExactly("平湖街道=0.6", "南湾街道=0.4");
        assertThat(shares("平湖街道：６０％；南湾街道：４０％")).containsExactly("平湖街道=0.6", "南湾街道=0.4");
        assertThat(shares("平湖:0.25，南湾:0.75")).containsExactly("平湖=0.25", "南湾=0.75");
        assertThat(shares("平湖:33.33%\n南湾:66.67%")).containsExactly("平湖=0.3333", "南湾=0.6667");
        assertThat(shares("平湖街道")).containsExactly("平湖街道=1");
        for (String bad : List.of(
                "平湖:60%;南湾:39%",
                "平湖:60%;平湖:40%",
                "平湖:60%;平湖街道:40%",
                "平湖、南湾",
                "平湖:100%;南湾:0%",
                "平湖:120%;南湾:-20%",
                "平湖:60%",
                "平湖街道60%;南湾街道40%",
                "平湖:六成;南湾:四成")) {
            assertThat(shares(bad)).as(bad).containsExactly("项目!E2");
        }
    }

    @Test
    void aParentNeedsItsRelationAndMayNotBeBelowItself() {
        assertThat(errors(family(row("G1", "甲", "公顷", "更新科", null, null), row("G2", "乙", "公顷", "更新科", "G1", null))))
                .containsExactly("指标!F3");
        assertThat(errors(family(row("G1", "甲", "公顷", "更新科", "G1", "全部")))).containsExactly("指标!E2");
        assertThat(errors(family(row("G1", "甲", "公顷", "更新科", "G2", "全部"), row("G2", "乙", "公顷", "更新科", "G1", "部分"))))
                .containsExactly("指标!E2");
        assertThat(errors(family(row("G1", "甲", "公顷", "更新科", "在系统里", "全部")))).isEmpty();
    }

    @Test
    void aFallingPlanCurveAndAPlanWithoutACurveAreWarnings() {
        ParsedWorkbook plan = Book.plan()
                .sheet(
                        "指标",
                        row("编码", "名称", "单位", "牵头科室", "序时方式", "1月", "2月", "3月"),
                        row("G1", "甲", "公顷", "更新科", "计划", 5, null, 4),
                        row("G2", "乙", "公顷", "更新科", "计划插值"))
                .read();
        assertThat(plan.hasErrors()).isFalse();
        assertThat(plan.problems()).extracting(Problem::cell).containsExactly("H2", "E3");
    }

    @Test
    void predecessorsAreNodesOfThePhaseOrNamedInFull() {
        ParsedWorkbook plan = Book.plan()
                .sheet(
                        "节点",
                        NODES,
                        row("P1", "用地审批/土地出让", "6月"),
                        row("P1", "签约", "6月"),
                        row("P1", "入库", "年底", "签约；用地审批/土地出让、P2/二期/拆除，P3//清表", 60))
                .read();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.nodes().getLast().predecessors())
                .containsExactly(
                        new PredecessorRef("P1", "一期", "签约"), new PredecessorRef("P1", "一期", "用地审批/土地出让"),
                        new PredecessorRef("P2", "二期", "拆除"), new PredecessorRef("P3", "一期", "清表"));
        assertThat(plan.nodes().getLast().durationDays()).isEqualTo(60);
    }

    @Test
    void aCycleOfNodesIsRefusedNamingThem() {
        ParsedWorkbook plan = Book.plan()
                .sheet(
                        "节点",
                        NODES,
                        row("P1", "甲", "6月", "丙"),
                        row("P1", "乙", "6月", "甲"),
                        row("P1", "丙", "6月", "乙"),
                        row("P1", "丁", "6月", "丁"))
                .read();
        assertThat(errors(plan)).containsExactly("节点!D2", "节点!D5");
        assertThat(plan.problems().getFirst().found()).contains("甲", "乙", "丙");
    }

    @Test
    void aLongChainOfNodesIsNoCycleAndNoOverflow() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(NODES);
        for (int i = 1; i <= 10_000; i++) {
            rows.add(row("P1", "节点" + i, "6月底", i == 1 ? null : "节点" + (i - 1), i % 90, "G1", i + "亩"));
        }
        ParsedWorkbook plan =
                Book.plan().sheet("节点", rows.toArray(new Object[0][])).read();
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.nodes()).hasSize(10_000);
        assertThat(plan.nodes().get(9_999).predecessors()).containsExactly(new PredecessorRef("P1", "一期", "节点9999"));
    }

    @Test
    void durationsAreWholeWorkingDays() {
        for (Object bad : List.of(2.5, "两周", -1, "2.5", "60天")) {
            assertThat(errors(Book.plan()
                            .sheet("节点", NODES, row("P1", "甲", "6月", null, bad))
                            .read()))
                    .as(String.valueOf(bad))
                    .containsExactly("节点!E2");
        }
        assertThat(errors(Book.plan()
                        .sheet("节点", NODES, row("P1", "甲", "6月", null, "60工作日"))
                        .read()))
                .isEmpty();
    }

    @Test
    void aUnitInTheCellWinsOverTheUnitColumnWhenCompatible() {
        ParsedWorkbook plan = Book.plan()
                .sheet(
                        "节点",
                        NODES,
                        row("P1", "甲", "6月", null, null, "G1", "1.5公顷", "亩"),
                        row("P1", "乙", "6月", null, null, "G1", 15, "亩"))
                .read();
        assertThat(plan.problems()).isEmpty();
        var hectare = plan.targets().getFirst().unit();
        assertThat(plan.nodes())
                .extracting(each ->
                        each.quantity().in(hectare).orElseThrow().value().toPlainString())
                .containsExactly("1.5", "1");
        assertThat(errors(Book.plan()
                        .sheet("节点", NODES, row("P1", "甲", "6月", null, null, "G1", "1.5公顷", "户"))
                        .read()))
                .containsExactly("节点!G2");
        assertThat(errors(Book.plan()
                        .sheet("节点", NODES, row("P1", "甲", "6月", null, null, "G1", 3, "户"))
                        .read()))
                .containsExactly("节点!G2");
    }

    @Test
    void recognitionRowsFollowTheLedgerRules() {
        assertThat(ledger(row("P1", "G1", "6月1日", 0, null, null, null, "文1"))).containsExactly("ERROR D2");
        assertThat(ledger(row("P1", "G1", "6月1日", -1, null, null, null, "文1"))).containsExactly("ERROR I2");
        assertThat(ledger(row("P1", "G1", "6月1日", -1, null, null, null, "文1", "更正")))
                .isEmpty();
        assertThat(ledger(row("P1", "G1", "2025-12-31", 1, null, null, null, "文1")))
                .containsExactly("WARNING C2");
        assertThat(ledger(row("P1", "G1", "6月1日", 1, 2, null, null, "文1"))).containsExactly("ERROR E2");
        assertThat(ledger(row("P1", "G1", "6月1日", 1, null, "套", null, "文1"))).containsExactly("ERROR D2");
        assertThat(ledger(row("P1", "R1", "6月1日", 1, null, null, null, "文1"))).containsExactly("ERROR E2");
        assertThat(ledger(row("P1", "R1", "6月1日", "45户", "50户", null, null, "文1")))
                .isEmpty();
        assertThat(ledger(row("P1", "R1", "6月1日", 45, 50, "%", null, "文1"))).isEmpty();
        assertThat(ledger(row("P1", "R1", "6月1日", "45户", "50公顷", null, null, "文1")))
                .containsExactly("ERROR E2");
        assertThat(ledger(row("P1", "在系统里", "6月1日", 1, null, null, null, "文1"))).isEmpty();
        assertThat(ledger(row("P1", "G1", "6月1日", 1, null, null, null, null))).containsExactly("ERROR H2");
    }

    @Test
    void textLimitsAndControlCharactersAreErrors() {
        Object[] heading = row("编码", "名称", "牵头科室", "责任人", "街道占比", "备注");
        assertThat(errors(Book.plan()
                        .sheet("项目", heading, row("P1", "甲", "更新科", "张三", "平湖", "字".repeat(4_001)))
                        .read()))
                .containsExactly("项目!F2");
        assertThat(errors(Book.plan()
                        .sheet("项目", heading, row("P1", "甲", "更新科", "张三", "平湖", "字".repeat(4_000)))
                        .read()))
                .isEmpty();
        assertThat(errors(Book.plan()
                        .sheet("项目", heading, row("P".repeat(65), "甲", "更新科", "张三", "平湖"))
                        .read()))
                .containsExactly("项目!A2");
        assertThat(errors(Book.plan()
                        .sheet("项目", heading, row("P1", "甲", "更新科", "张三", "平湖", "铃_x0007_声"))
                        .read()))
                .containsExactly("项目!F2");
        assertThat(errors(Book.plan()
                        .sheet("项目", heading, row("P1", "甲", "更新科", "张三", "平湖", "第一行\n第二行"))
                        .read()))
                .isEmpty();
    }

    @Test
    void textThatLooksLikeAFormulaIsKeptAsText() {
        Object[] heading = row("编码", "名称", "牵头科室", "责任人", "街道占比", "备注");
        for (String text : List.of("=1+1", "+86 755", "-无", "@某人", "=HYPERLINK(\"http://x\")")) {
            ParsedWorkbook plan = Book.plan()
                    .sheet("项目", heading, row("P1", text, "更新科", "张三", "平湖", text))
                    .read();
            assertThat(plan.problems()).isEmpty();
            assertThat(plan.phases().getFirst().name()).isEqualTo(text);
            assertThat(plan.phases().getFirst().remark()).isEqualTo(text);
        }
    }

    @Test
    void numbersInTextColumnsAreTheirPlainText() {
        ParsedWorkbook plan = Book.plan()
                .sheet("人员", row("姓名", "所属", "手机"), row("张三", "更新科", 13_800_138_000L))
                .read();
        assertThat(plan.people().getFirst().phone()).isEqualTo("13800138000");
    }

    @Test
    void atMostAThousandProblemsAreListedAndThenTheirNumber() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(row("名称", "类型"));
        for (int i = 0; i < 1_500; i++) {
            rows.add(row("单位" + i, "无此类型"));
        }
        ParsedWorkbook plan =
                Book.plan().sheet("组织", rows.toArray(new Object[0][])).read();
        assertThat(plan.problems()).hasSize(1_001);
        assertThat(plan.problemCount()).isEqualTo(1_500);
        assertThat(plan.problems().getLast().found()).contains("1500");
        Problem more = Problem.error(new CellAt("项目", "A2"), "甲", "乙", null);
        assertThat(plan.withMore(List.of(more)).problemCount()).isEqualTo(1_501);
        assertThat(plan.withMore(List.of(more)).problems()).hasSize(1_001);
    }

    @Test
    void unknownSheetsAreIgnoredWithAWarningAndNotesSilently() {
        ParsedWorkbook plan =
                Book.plan().sheet("说明", row("随便写")).sheet("草稿", row("随便写")).read();
        assertThat(plan.problems()).singleElement().satisfies(each -> {
            assertThat(each.sheet()).isEqualTo("草稿");
            assertThat(each.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void aShortNameFindsTheOnlyUnitThatBeginsWithIt() {
        UnitNames names = UnitNames.of(Book.plan().read().units());
        assertThat(names.find("平湖", java.util.Set.of(cn.guatu.org.UnitKind.STREET)))
                .isEqualTo(new UnitNames.One("平湖街道", cn.guatu.org.UnitKind.STREET));
        assertThat(names.find("平湖", java.util.Set.of(cn.guatu.org.UnitKind.values())))
                .isEqualTo(new UnitNames.Several(List.of("平湖区", "平湖街道")));
        assertThat(names.find("坂田", java.util.Set.of(cn.guatu.org.UnitKind.STREET)))
                .isInstanceOf(UnitNames.None.class);
    }

    private static List<String> errors(ParsedWorkbook plan) {
        return plan.problems().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(each -> each.sheet() + "!" + each.cell())
                .toList();
    }

    private static ParsedWorkbook target(String unit, Object value) {
        return Book.plan()
                .sheet("指标", row("编码", "名称", "单位", "年度目标", "牵头科室"), row("G1", "土地供应", unit, value, "更新科"))
                .read();
    }

    private static BigDecimal value(String unit, Object value) {
        ParsedWorkbook plan = target(unit, value);
        assertThat(plan.problems()).isEmpty();
        return plan.targets().getFirst().value();
    }

    private static String planned(Object date) {
        ParsedWorkbook plan =
                Book.plan().sheet("节点", NODES, row("P1", "签约", date)).read();
        return plan.nodes().isEmpty()
                ? errors(plan).getFirst()
                : plan.nodes().getFirst().planned().toString();
    }

    private static List<String> shares(String text) {
        ParsedWorkbook plan = Book.plan()
                .sheet("项目", row("编码", "名称", "牵头科室", "责任人", "街道占比"), row("P1", "甲", "更新科", "张三", text))
                .read();
        return plan.hasErrors()
                ? errors(plan)
                : plan.phases().getFirst().shares().stream()
                        .map(each -> each.street() + "=" + each.fraction().toPlainString())
                        .toList();
    }

    private static ParsedWorkbook family(Object[]... targets) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(row("编码", "名称", "单位", "牵头科室", "上级指标", "其中关系"));
        rows.addAll(Arrays.asList(targets));
        return Book.plan().sheet("指标", rows.toArray(new Object[0][])).read();
    }

    private static List<String> ledger(Object[] recognition) {
        ParsedWorkbook plan = Book.plan()
                .sheet(
                        "指标",
                        row("编码", "名称", "单位", "牵头科室", "类型"),
                        row("G1", "甲", "公顷", "更新科", "累计"),
                        row("R1", "乙", "%", "更新科", "比率"))
                .sheet("计入", LEDGER, recognition)
                .read();
        return plan.problems().stream()
                .map(each -> each.severity() + " " + each.cell())
                .toList();
    }
}
