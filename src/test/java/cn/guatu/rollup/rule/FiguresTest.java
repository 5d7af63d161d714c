package cn.guatu.rollup.rule;

import static cn.guatu.rollup.rule.AYear.IN_JIA;
import static cn.guatu.rollup.rule.AYear.IN_YI;
import static cn.guatu.rollup.rule.AYear.JIA;
import static cn.guatu.rollup.rule.AYear.LAND;
import static cn.guatu.rollup.rule.AYear.RENEWAL;
import static cn.guatu.rollup.rule.AYear.YI;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.project.PlanNature;
import cn.guatu.rollup.Basis;
import cn.guatu.rollup.By;
import cn.guatu.rollup.Light;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Semantics §3–6, §9: the vectors, and the cases at the edge. */
class FiguresTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 31);
    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);

    private final AYear year = new AYear(2026);

    @Test
    void overFulfilmentIsShownAndNeverClamped() {
        var target = year.flow("GD", "80");
        year.row(year.phase(RENEWAL, Map.of(JIA, "1")), target, "80.58");
        Figure figure = year.district(target, OCTOBER);
        assertSame(figure.rate(), "1.00725");
        assertThat(Exact.percent(figure.rate())).isEqualTo("100.7%");
        assertSame(figure.achieved().subtract(figure.target()), "0.58");
        assertThat(figure.light()).isEqualTo(Light.DONE);
    }

    @Test
    void everyPartOfAnOfWhichStandsOnItsOwn() {
        var whole = year.flow("新增", "7600");
        var industry = year.part("其中工业", "700", whole, OfWhich.SUBSET);
        var phase = year.phase(RENEWAL, Map.of(JIA, "1"));
        year.row(phase, whole, "8214.47").row(phase, industry, "1809.77");
        assertThat(Exact.percent(year.district(whole, OCTOBER).rate())).isEqualTo("108.1%");
        assertThat(Exact.percent(year.district(industry, OCTOBER).rate())).isEqualTo("258.5%");
    }

    @Test
    void twoStreetsAtOneOfOneAndNoneOfNinetyNineAreAtOnePerCentTogether() {
        var target = year.flow("户", "100");
        year.allocate(target, JIA, "1").allocate(target, YI, "99");
        year.row(year.phase(RENEWAL, Map.of(JIA, "1")), target, "1");
        assertSame(year.district(target, OCTOBER).rate(), "0.01");
        Figures streets = year.on(OCTOBER, By.STREET);
        assertSame(streets.figure(target, IN_JIA).rate(), "1");
        assertSame(streets.figure(target, IN_YI).rate(), "0");
        assertThat(streets.scopes(target)).containsExactlyInAnyOrder(IN_JIA, IN_YI);
    }

    @Test
    void aSharedPhaseIsSplitAndItsWholeQuantityIsShownBeside() {
        var target = year.flow("公顷", "15");
        year.row(year.phase(RENEWAL, Map.of(JIA, "0.6", YI, "0.4")), target, "10");
        year.row(year.phase(LAND, Map.of(JIA, "1")), target, "5");
        Figures streets = year.on(OCTOBER, By.STREET);
        assertSame(year.district(target, OCTOBER).achieved(), "15");
        assertSame(streets.figure(target, IN_JIA).achieved(), "11");
        assertSame(streets.figure(target, IN_YI).achieved(), "4");
        assertSame(streets.figure(target, IN_JIA).involved(), "15");
        assertSame(streets.figure(target, IN_YI).involved(), "10");
        Figures departments = year.on(OCTOBER, By.DEPARTMENT);
        assertSame(departments.figure(target, new Scope(null, RENEWAL)).achieved(), "10");
        assertSame(departments.figure(target, new Scope(null, LAND)).achieved(), "5");
        Figures cells = year.on(OCTOBER, By.STREET, By.DEPARTMENT);
        assertSame(cells.figure(target, new Scope(JIA, RENEWAL)).achieved(), "6");
    }

    @Test
    void withoutATargetOrWithTargetNoneThereIsNoRate() {
        var none = year.flow("无", null);
        var zero = year.flow("零", "0");
        var announced = year.flow("预", null);
        year.version(announced, VersionStatus.PROVISIONAL, null, LocalDate.of(2026, 1, 1));
        for (YearFacts.Target target : List.of(none, zero, announced)) {
            year.row(year.phase(RENEWAL, Map.of(JIA, "1")), target, "3");
            Figure figure = year.district(target, OCTOBER);
            assertThat(figure.rate()).isNull();
            assertThat(figure.deviation()).isNull();
            assertThat(figure.light()).isEqualTo(Light.GREY);
            assertSame(figure.achieved(), "3");
        }
        assertThat(year.district(announced, OCTOBER).version().status()).isEqualTo(VersionStatus.PROVISIONAL);
    }

    @Test
    void nothingRecognisedIsNoneForAFlowAndNotReportedForTheOthers() {
        var flow = year.flow("累计", "60");
        var stock = year.target("时点", TargetKind.STOCK, Pace.MONTH_LINEAR, "60");
        var ratio = year.target("比率", TargetKind.RATIO, Pace.MONTH_LINEAR, "1");
        var milestone = year.target("里程碑", TargetKind.MILESTONE, Pace.NODE, "3");
        assertSame(year.district(flow, OCTOBER).achieved(), "0");
        assertSame(year.district(flow, OCTOBER).rate(), "0");
        for (YearFacts.Target target : List.of(stock, ratio, milestone)) {
            Figure figure = year.district(target, OCTOBER);
            assertThat(figure.achieved()).isNull();
            assertThat(figure.rate()).isNull();
            assertThat(figure.light()).isEqualTo(Light.GREY);
        }
    }

    @Test
    void aRatioIsTheRatioOfTheSumsAndNeverAMeanOfRates() {
        var target = year.target("入户率", TargetKind.RATIO, Pace.MONTH_LINEAR, "1");
        year.row(year.phase(RENEWAL, Map.of(JIA, "1")), target, "1", "1");
        year.row(year.phase(RENEWAL, Map.of(YI, "1")), target, "94", "99");
        Figure figure = year.district(target, OCTOBER);
        assertSame(figure.achieved(), "0.95");
        assertSame(figure.rate(), "0.95");
        year.allocate(target, YI, "1");
        assertSame(
                year.on(OCTOBER, By.STREET).figure(target, IN_YI).rate(),
                Exact.divide(94, 99).toPlainString());
    }

    @Test
    void whenLessIsBetterTheWayFromTheBaseIsMeasured() {
        var target =
                year.target("积案", TargetKind.STOCK, Pace.MONTH_LINEAR, "20", Direction.DOWN, "100", null, null, null);
        year.row(year.phase(RENEWAL, Map.of(JIA, "1")), target, "40");
        assertSame(year.district(target, OCTOBER).rate(), "0.75");
        var withoutBase =
                year.target("无基期", TargetKind.STOCK, Pace.MONTH_LINEAR, "20", Direction.DOWN, null, null, null, null);
        year.row(year.phase(RENEWAL, Map.of(JIA, "1")), withoutBase, "40");
        assertThat(year.district(withoutBase, OCTOBER).rate()).isNull();
    }

    @Test
    void aMilestoneIsTheWeightOfItsCompletedNodes() {
        var target = year.target("入库", TargetKind.MILESTONE, Pace.NODE, "3");
        var inJia = year.phase(RENEWAL, Map.of(JIA, "1"));
        var inYi = year.phase(RENEWAL, Map.of(YI, "1"));
        year.node(inJia, LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 2), target, "1", "2");
        year.node(inYi, LocalDate.of(2026, 9, 30), null, target, "1", null);
        year.node(inYi, YEAR_END, LocalDate.of(2026, 11, 1), target, "1", null);
        Figure figure = year.district(target, OCTOBER);
        assertSame(figure.rate(), "0.5");
        assertSame(figure.achieved(), "1.5");
        assertSame(figure.expected(), "0.75");
        assertThat(figure.missing()).isEqualTo(1);
        Figures streets = year.on(OCTOBER, By.STREET);
        assertSame(streets.figure(target, IN_JIA).rate(), "1");
        assertSame(streets.figure(target, IN_JIA).achieved(), "1");
        assertSame(streets.figure(target, IN_YI).rate(), "0");
        assertSame(streets.figure(target, IN_YI).expected(), "0.75");
    }

    @Test
    void aParentOfPartitionPartsAddsThemAndItsOwnRowsToAnyDepthButNeverASubset() {
        var whole = year.flow("全部", "100");
        var one = year.part("一", "60", whole, OfWhich.PARTITION);
        var oneA = year.part("一甲", "30", one, OfWhich.PARTITION);
        var some = year.part("部分", "10", whole, OfWhich.SUBSET);
        var phase = year.phase(RENEWAL, Map.of(JIA, "1"));
        year.row(phase, whole, "1").row(phase, one, "2").row(phase, oneA, "4").row(phase, some, "8");
        assertSame(year.district(whole, OCTOBER).achieved(), "7");
        assertSame(year.district(whole, OCTOBER).unattributed(), "1");
        assertSame(year.district(one, OCTOBER).achieved(), "6");
        assertThat(year.district(oneA, OCTOBER).unattributed()).isNull();
        assertSame(year.on(OCTOBER, By.STREET).figure(whole, IN_JIA).achieved(), "7");
    }

    @Test
    void aParentRatioIsTheRatioOfAllTheSums() {
        var whole = year.target("率", TargetKind.RATIO, Pace.MONTH_LINEAR, "1");
        var part = year.part("其一", "1", whole, OfWhich.PARTITION);
        var phase = year.phase(RENEWAL, Map.of(JIA, "1"));
        year.row(phase, whole, "1", "2").row(phase, part, "8", "8");
        assertSame(year.district(whole, OCTOBER).achieved(), "0.9");
    }

    @Test
    void theVersionInForceIsTheLatestEffectiveThenTheLaterStatusThenTheLaterRecord() {
        var target = year.flow("目标", null);
        year.version(target, VersionStatus.CONFIRMED, "80", LocalDate.of(2026, 3, 1))
                .version(target, VersionStatus.PROVISIONAL, "70", LocalDate.of(2026, 3, 1))
                .version(target, VersionStatus.PROVISIONAL, "60", LocalDate.of(2026, 1, 1))
                .version(target, VersionStatus.ADJUSTED, "90", LocalDate.of(2026, 9, 1))
                .version(target, VersionStatus.ADJUSTED, "95", LocalDate.of(2026, 9, 1));
        assertThat(year.district(target, LocalDate.of(2025, 12, 31)).target()).isNull();
        assertSame(year.district(target, LocalDate.of(2026, 2, 28)).target(), "60");
        assertSame(year.district(target, LocalDate.of(2026, 3, 1)).target(), "80");
        assertSame(year.district(target, LocalDate.of(2026, 9, 1)).target(), "95");
    }

    @Test
    void reserveAndExtraPhasesNeverEnterADenominatorButWhatTheyAchieveCounts() {
        var target = year.flow("供地", "80");
        var planned = year.phase(PlanNature.PLANNED, RENEWAL, Map.of(JIA, "1"));
        var reserve = year.phase(PlanNature.RESERVE, RENEWAL, Map.of(JIA, "1"));
        var extra = year.phase(PlanNature.EXTRA, RENEWAL, Map.of(JIA, "1"));
        for (YearFacts.Phase phase : List.of(planned, reserve, extra)) {
            year.node(phase, YEAR_END, null, target, "4", null);
            year.row(phase, target, "1");
        }
        Figure figure = year.on(OCTOBER, By.STREET).figure(target, IN_JIA);
        assertSame(figure.target(), "4");
        assertThat(figure.basis()).isEqualTo(Basis.PLANNED);
        assertSame(figure.achieved(), "3");
        assertSame(figure.rate(), "0.75");
        assertSame(year.district(target, OCTOBER).plannedOnNodes(), "4");
    }

    @Test
    void aUnitIsMeasuredByItsAllocationAndACellAlwaysByWhatIsPlanned() {
        var target = year.flow("供地", "80");
        var phase = year.phase(RENEWAL, Map.of(JIA, "0.6", YI, "0.4"));
        year.node(phase, YEAR_END, null, target, "10", null);
        year.allocate(target, JIA, "50");
        Figures streets = year.on(OCTOBER, By.STREET);
        assertSame(streets.figure(target, IN_JIA).target(), "50");
        assertThat(streets.figure(target, IN_JIA).basis()).isEqualTo(Basis.ALLOCATED);
        assertSame(streets.figure(target, IN_YI).target(), "4");
        Figure cell = year.on(OCTOBER, By.STREET, By.DEPARTMENT).figure(target, new Scope(JIA, RENEWAL));
        assertSame(cell.target(), "6");
        assertThat(cell.basis()).isEqualTo(Basis.PLANNED);
        Figure leadsNothing = year.on(OCTOBER, By.DEPARTMENT).figure(target, new Scope(null, LAND));
        assertThat(leadsNothing.target()).isNull();
        assertThat(leadsNothing.basis()).isNull();
        assertThat(leadsNothing.rate()).isNull();
        assertThat(leadsNothing.listed()).isFalse();
    }

    @Test
    void theSharesInForceAtTheCutOffSplitWhatIsPlanned() {
        var target = year.flow("供地", "80");
        var shares = new TreeMap<LocalDate, List<YearFacts.Share>>();
        shares.put(LocalDate.EPOCH, List.of(new YearFacts.Share(JIA, BigDecimal.ONE)));
        shares.put(LocalDate.of(2026, 7, 1), List.of(new YearFacts.Share(YI, BigDecimal.ONE)));
        var before = year.phase(RENEWAL, Map.of(JIA, "1"));
        var phase = new YearFacts.Phase(
                before.id(), "P", "项目", "一期", PlanNature.PLANNED, RENEWAL, "张三", null, shares, Set.of());
        year.node(phase, YEAR_END, null, target, "10", null);
        assertSame(
                year.on(LocalDate.of(2026, 6, 30), By.STREET)
                        .figure(target, IN_JIA)
                        .target(),
                "10");
        assertSame(
                year.on(LocalDate.of(2026, 7, 1), By.STREET)
                        .figure(target, IN_YI)
                        .target(),
                "10");
        assertThat(year.on(LocalDate.of(2026, 7, 1), By.STREET)
                        .figure(target, IN_JIA)
                        .target())
                .isNull();
    }

    @Test
    void missingAreDueNodesThatDeliveredNeitherADateNorARecognition() {
        var target = year.flow("供地", "80");
        var phase = year.phase(RENEWAL, Map.of(JIA, "0.5", YI, "0.5"));
        year.node(phase, OCTOBER, null, target, "1", null);
        year.node(phase, OCTOBER, OCTOBER.plusDays(1), target, null, null);
        year.node(phase, OCTOBER, OCTOBER, target, "1", null);
        year.node(phase, OCTOBER.plusDays(1), null, target, "1", null);
        year.node(phase, OCTOBER, null, null, null, null);
        year.recognisedOn(year.node(phase, OCTOBER, null, target, "1", null));
        assertThat(year.district(target, OCTOBER).missing()).isEqualTo(2);
        assertThat(year.on(OCTOBER, By.STREET).figure(target, IN_YI).missing()).isEqualTo(2);
    }

    @Test
    void aCellTakesTheColourOfItsNumberAndCarriesADotForItsWorstNode() {
        var target = year.flow("供地", "10");
        var phase = year.phase(RENEWAL, Map.of(JIA, "1"));
        year.node(phase, LocalDate.of(2026, 3, 31), null, target, "5", null);
        year.node(phase, LocalDate.of(2026, 3, 31), LocalDate.of(2026, 3, 30), target, "5", null);
        year.row(phase, target, "10");
        Figure figure = year.on(OCTOBER, By.STREET).figure(target, IN_JIA);
        assertThat(figure.light()).isEqualTo(Light.DONE);
        assertThat(figure.worstChild()).isEqualTo(Light.RED);
    }

    @Test
    void aSliceIsMeasuredLikeTheUnitItIs() {
        var target = year.flow("供地", "80");
        var mine = year.phase(RENEWAL, Map.of(JIA, "0.6", YI, "0.4"));
        var theirs = year.phase(LAND, Map.of(JIA, "1"));
        year.node(mine, YEAR_END, null, target, "10", null);
        year.node(theirs, YEAR_END, null, target, "20", null);
        year.row(mine, target, "5").row(theirs, target, "7");
        View renewal = new View(false, Set.of(RENEWAL), Set.of());
        Figure slice = year.seenBy(renewal, OCTOBER).figure(target, Scope.DISTRICT);
        assertSame(slice.achieved(), "5");
        assertSame(slice.target(), "10");
        assertThat(slice.basis()).isEqualTo(Basis.PLANNED);
        assertSame(
                year.seenBy(renewal, OCTOBER, By.STREET).figure(target, IN_JIA).achieved(), "3");
        year.allocate(target, RENEWAL, "40").allocate(target, JIA, "70");
        assertSame(year.seenBy(renewal, OCTOBER).figure(target, Scope.DISTRICT).target(), "40");
        // What 更新科 sees of 甲街道 is not what 甲街道 answers for.
        assertSame(
                year.seenBy(renewal, OCTOBER, By.STREET).figure(target, IN_JIA).target(), "6");
        View jia = new View(false, Set.of(), Set.of(JIA));
        assertSame(year.seenBy(jia, OCTOBER).figure(target, Scope.DISTRICT).achieved(), "10");
        assertSame(year.seenBy(jia, OCTOBER).figure(target, Scope.DISTRICT).target(), "70");
    }

    @Test
    void theOneFigureIsTheWeightedMeanOfCappedRatesOverThoseThatHaveOne() {
        Overall overall = Overall.of(List.of(
                new Overall.Part(new BigDecimal("3"), new BigDecimal("2.585"), new BigDecimal("0.5")),
                new Overall.Part(null, new BigDecimal("0.2"), new BigDecimal("0.7")),
                new Overall.Part(new BigDecimal("50"), null, new BigDecimal("0.9"))));
        assertSame(overall.rate(), "0.8");
        assertSame(overall.expected(), "0.55");
        assertSame(overall.deviation(), "0.25");
        assertThat(overall.targets()).isEqualTo(3);
        assertThat(overall.withoutRate()).isEqualTo(1);
        assertThat(overall.light()).isEqualTo(Light.GREEN);
        assertThat(Overall.of(List.of()).rate()).isNull();
        assertThat(Overall.of(List.of()).light()).isEqualTo(Light.GREY);
    }

    @Test
    void theOutlookSaysWhatEveryMonthLeftMustBring() {
        var target = year.flow("供地", "80");
        year.row(year.phase(RENEWAL, Map.of(JIA, "1")), target, "30");
        Outlook outlook = Outlook.of(target, year.district(target, OCTOBER), 10);
        assertSame(outlook.requiredPerMonth(), "25");
        assertSame(outlook.lastThreeMonths(), "10");
        assertSame(outlook.forecast(), "50");
        Outlook atTheEnd = Outlook.of(target, year.district(target, YEAR_END), 12);
        assertThat(atTheEnd.requiredPerMonth()).isNull();
        assertSame(atTheEnd.forecast(), "30");
    }

    static void assertSame(@Nullable BigDecimal figure, String expected) {
        assertThat(figure).isNotNull().isEqualByComparingTo(new BigDecimal(expected));
    }
}
