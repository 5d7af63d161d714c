package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.Analysis;
import cn.guatu.bulletin.rule.DataTable;
import cn.guatu.bulletin.rule.Durations;
import cn.guatu.bulletin.rule.Forecast;
import cn.guatu.bulletin.rule.Funnel;
import cn.guatu.bulletin.rule.Shown;
import cn.guatu.bulletin.rule.Waterfall;
import cn.guatu.platform.chart.ApexChart;
import cn.guatu.platform.chart.Range;
import cn.guatu.platform.chart.Series;
import cn.guatu.platform.chart.XAxis;
import cn.guatu.platform.chart.YAxis;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.TargetFigure;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The charts of the analysis: dark and hatched, with the figures beside the names, so that they can be read in grey. */
class AnalysisCharts {

    private static final String DARK = "#1f3a5f";
    private static final String MIDDLE = "#6b87a8";
    private static final String PALE = "#aab7c4";
    private static final int MOST_STEPS = 14;
    private static final int MOST_BARS = 14;
    private static final BigDecimal WIDEST = new BigDecimal("250");

    private final String when;

    AnalysisCharts(int year, int month) {
        when = year + "年" + month + "月";
    }

    Component outlook(List<Analysis.Outlook> outlooks) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Analysis.Outlook each : outlooks) {
            TargetFigure target = each.target();
            Forecast forecast = each.forecast();
            rows.add(row(
                    target.code(),
                    (target.parentCode() == null ? "" : "其中 ") + target.name(),
                    target.unit(),
                    target.target(),
                    target.achieved(),
                    round(forecast.byNodes()),
                    round(forecast.byPace()),
                    round(forecast.low()),
                    round(forecast.middle()),
                    round(forecast.high()),
                    forecast.chance() == null ? null : Figures.rate(forecast.chance()),
                    forecast.drawnFrom()));
        }
        DataTable table = new DataTable(
                when + "年底预测",
                "累计类指标年底能到年度任务的百分之几。节点预测：未完成节点都按预计（没有则计划）日期完成；近三月推算：前三个月均值乘以剩余月数；"
                        + "抽样：按历史提前、推迟天数（没有节点的按各月完成量）抽样，P10～P90 是十次中八次落入的区间，达成概率是达到年度任务的次数占比，写在名称旁。图中列概率最低的"
                        + MOST_BARS + "项，条长最多画到250%；全部指标见数据。",
                List.of("编码", "指标", "单位", "年度任务", "已完成", "节点预测", "近三月推算", "抽样P10", "抽样P50", "抽样P90", "达成概率", "抽样口径"),
                rows);
        List<Analysis.Outlook> drawn = outlooks.stream()
                .filter(each ->
                        each.target().target() != null && each.target().target().signum() > 0)
                .limit(MOST_BARS)
                .toList();
        ApexChart chart = lying(
                        drawn.stream()
                                .map(each -> each.target().name() + chance(each.forecast()))
                                .toList(),
                        3)
                .withYAxis(new YAxis(0d, null, "%", 1, true))
                .withSeries(
                        Series.bar("已完成", shares(drawn, Analysis.Outlook::target, TargetFigure::achieved))
                                .coloured(DARK),
                        Series.bar("节点预测", shares(drawn, Analysis.Outlook::forecast, Forecast::byNodes))
                                .coloured(MIDDLE),
                        Series.bar("近三月推算", shares(drawn, Analysis.Outlook::forecast, Forecast::byPace))
                                .coloured(PALE));
        return new ChartCard(table, chart, "wide");
    }

    Component pace(List<Analysis.Outlook> outlooks) {
        List<List<@Nullable Object>> rows = outlooks.stream()
                .map(Analysis.Outlook::target)
                .map(target -> row(
                        target.name(),
                        target.unit(),
                        round(target.requiredPerMonth()),
                        round(target.lastThreeMonths()),
                        ratio(target)))
                .toList();
        DataTable table = new DataTable(
                when + "须月均完成与近三月均值",
                "须月均完成 = 剩余任务 ÷ 剩余月数；近三月均值不到它的，按现在的速度完不成。图中以须月均完成为100%。",
                List.of("指标", "单位", "须月均完成", "近三月均值", "近三月为须月均的%"),
                rows);
        List<TargetFigure> drawn = outlooks.stream()
                .map(Analysis.Outlook::target)
                .filter(target -> ratio(target) != null)
                .limit(MOST_BARS)
                .toList();
        ApexChart chart = lying(
                        drawn.stream()
                                .map(target -> target.name() + " " + ratio(target) + "%")
                                .toList(),
                        1)
                .withYAxis(YAxis.percent())
                .withSeries(Series.bar("近三月均值为须月均的", each(drawn, target -> capped(ratio(target))))
                        .coloured(DARK));
        return new ChartCard(table, chart, "half");
    }

    Component noMovement(boolean january) {
        Div card = new Div(new EmptyState(january ? "一月没有上月可比。" : "该指标不是累计类，或者还没有数据，不能逐笔拆分变化；请在年度任务一张表看它的口径卡。"));
        card.addClassName("guatu-card");
        return card;
    }

    /** @param target null: 综合完成率 */
    Component movement(Waterfall movement, @Nullable TargetFigure target) {
        Waterfall shown = movement.atMost(MOST_STEPS);
        Function<BigDecimal, String> words = target == null
                ? change -> Figures.points(change)
                : change -> (change.signum() > 0 ? "+" : "") + Figures.quantity(change, target.unit());
        Function<BigDecimal, BigDecimal> drawn = target == null ? each -> each.movePointRight(2) : each -> each;
        List<String> names = new ArrayList<>();
        List<Range> bars = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        BigDecimal at = movement.from();
        names.add("上月底 " + whole(at, target));
        bars.add(new Range(BigDecimal.ZERO, scaled(drawn.apply(at)), DARK));
        rows.add(row("上月底", whole(at, target), ""));
        for (Waterfall.Step step : shown.steps()) {
            BigDecimal next = at.add(step.change());
            names.add(step.name() + " " + words.apply(step.change()));
            bars.add(new Range(
                    scaled(drawn.apply(at)),
                    scaled(drawn.apply(next)),
                    step.change().signum() < 0 ? "#b3261e" : MIDDLE));
            at = next;
        }
        movement.steps().forEach(step -> rows.add(row(step.name(), words.apply(step.change()), step.why())));
        names.add("本月底 " + whole(movement.to(), target));
        bars.add(new Range(BigDecimal.ZERO, scaled(drawn.apply(movement.to())), DARK));
        rows.add(row("本月底", whole(movement.to(), target), ""));
        DataTable table = new DataTable(
                when + (target == null ? "综合完成率" : target.name()) + "变化来自哪里",
                target == null
                        ? "各指标对综合完成率变化的贡献 = 权重占比 × 完成率变化（超过100%的部分不计），各步之和等于总变化。"
                        : "本月各项目的计入，加上本月才登记的补报和更正；各步之和等于总变化。",
                List.of("来自", "变化", "说明"),
                rows);
        ApexChart chart = lying(names, 1)
                .withYAxis(new YAxis(null, null, target == null ? "%" : "", 1, true))
                .withRanges(bars);
        return new ChartCard(table, chart, "half");
    }

    Component funnel(Analysis.CategoryFunnel of) {
        Funnel funnel = of.funnel();
        DataTable table = new DataTable(
                when + of.category() + "各阶段",
                funnel.definition() + "。实施率 " + Figures.rate(funnel.implemented()) + "。",
                List.of("阶段", "计划有此节点的分期", "已完成的分期"),
                funnel.stages().stream()
                        .map(stage -> row(stage.name(), stage.having(), stage.reached()))
                        .toList());
        ApexChart chart = lying(
                        funnel.stages().stream()
                                .map(stage -> stage.name() + " " + stage.reached())
                                .toList(),
                        2)
                .withYAxis(new YAxis(0d, null, "个", 0, true))
                .withSeries(
                        Series.bar("已完成", each(funnel.stages(), stage -> BigDecimal.valueOf(stage.reached())))
                                .coloured(DARK),
                        Series.bar("计划有此节点", each(funnel.stages(), stage -> BigDecimal.valueOf(stage.having())))
                                .coloured(PALE));
        return new ChartCard(table, chart, "half");
    }

    Component stages(List<Durations.Stage> stages) {
        return durations(
                when + "各环节用时与承诺工期", "用时：从最后一个前置节点完成到本节点完成的工作日数；承诺：节点的工期。只列有3个以上已完成节点的环节，从兑现率低的起。", "环节", stages);
    }

    Component reviews(List<Durations.Stage> reviews) {
        return durations(when + "周报审核用时", "近12周，从提交到审核（通过或退回）的工作日数，按牵头科室；承诺：次一个工作日内审完。", "牵头科室", reviews);
    }

    private Component durations(String title, String note, String what, List<Durations.Stage> stages) {
        DataTable table = new DataTable(
                title,
                note,
                List.of(what, "件数", "中位用时（工作日）", "较慢的一成（工作日）", "承诺（工作日）", "按承诺完成"),
                stages.stream()
                        .map(stage -> row(
                                stage.name(),
                                stage.count(),
                                stage.median(),
                                stage.slowest(),
                                stage.promised(),
                                Figures.rate(stage.kept())))
                        .toList());
        List<Durations.Stage> drawn = stages.stream().limit(MOST_BARS).toList();
        if (drawn.isEmpty()) {
            return new ChartCard(table, new EmptyState("还没有可以计算用时的数据。"), "half");
        }
        ApexChart chart = lying(
                        drawn.stream()
                                .map(stage -> stage.name() + " 兑现" + Figures.rate(stage.kept()))
                                .toList(),
                        2)
                .withYAxis(new YAxis(0d, null, "天", 0, true))
                .withSeries(
                        Series.bar("中位用时", each(drawn, stage -> BigDecimal.valueOf(stage.median())))
                                .coloured(DARK),
                        Series.bar(
                                        "承诺",
                                        each(
                                                drawn,
                                                stage -> stage.promised() == null
                                                        ? null
                                                        : BigDecimal.valueOf(stage.promised())))
                                .coloured(PALE));
        return new ChartCard(table, chart, "half");
    }

    Component causes(List<Analysis.Cause> causes) {
        DataTable table = new DataTable(
                when + "堵点原因排行",
                "按尚未解决的堵点累计卡住的天数排；排的是原因，不是人。涉及数量按单位分别相加。",
                List.of("原因", "未解决", "全年提出", "累计卡住天数", "平均天数", "涉及数量"),
                causes.stream()
                        .map(cause -> row(
                                cause.cause(),
                                cause.open(),
                                cause.all(),
                                cause.days(),
                                cause.meanDays(),
                                cause.quantities()))
                        .toList());
        if (causes.isEmpty()) {
            return new ChartCard(table, new EmptyState("没有登记堵点。"), "half");
        }
        ApexChart chart = lying(
                        causes.stream()
                                .map(cause -> cause.cause() + " " + cause.open() + "个")
                                .toList(),
                        1)
                .withYAxis(new YAxis(0d, null, "天", 0, true))
                .withSeries(Series.bar("累计卡住天数", each(causes, cause -> BigDecimal.valueOf(cause.days())))
                        .coloured(DARK));
        return new ChartCard(table, chart, "half");
    }

    private static String chance(Forecast forecast) {
        return forecast.chance() == null ? "" : " 概率" + Figures.rate(forecast.chance());
    }

    private static ApexChart lying(List<String> names, int bars) {
        ApexChart chart = new ApexChart().horizontal().withXAxis(XAxis.of(names));
        chart.setHeight(70 + names.size() * (18 + 12 * bars) + "px");
        return bars > 1 ? chart.patterned() : chart.withoutLegend();
    }

    private static <A> List<@Nullable BigDecimal> shares(
            List<Analysis.Outlook> of, Function<Analysis.Outlook, A> what, Function<A, @Nullable BigDecimal> which) {
        return each(of, each -> {
            BigDecimal value = which.apply(what.apply(each));
            BigDecimal goal = each.target().target();
            return value == null || goal == null
                    ? null
                    : capped(value.divide(goal, MathContext.DECIMAL64).movePointRight(2));
        });
    }

    private static <T> List<@Nullable BigDecimal> each(List<T> of, Function<T, @Nullable BigDecimal> which) {
        List<@Nullable BigDecimal> points = new ArrayList<>();
        of.forEach(one -> points.add(which.apply(one)));
        return points;
    }

    private static @Nullable BigDecimal ratio(TargetFigure target) {
        BigDecimal required = target.requiredPerMonth();
        BigDecimal recent = target.lastThreeMonths();
        return required == null || recent == null || required.signum() <= 0
                ? null
                : recent.divide(required, MathContext.DECIMAL64)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal capped(@Nullable BigDecimal percent) {
        return percent == null ? null : scaled(percent.min(WIDEST));
    }

    private static BigDecimal scaled(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal round(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(2, RoundingMode.HALF_UP);
    }

    private static String whole(BigDecimal figure, @Nullable TargetFigure target) {
        return target == null ? Shown.rate(figure) : Figures.quantity(figure, target.unit());
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
