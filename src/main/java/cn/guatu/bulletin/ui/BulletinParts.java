package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.BulletinText;
import cn.guatu.bulletin.BulletinVersion;
import cn.guatu.bulletin.rule.Block;
import cn.guatu.bulletin.rule.DataTable;
import cn.guatu.bulletin.rule.Level;
import cn.guatu.bulletin.rule.Piece;
import cn.guatu.platform.chart.ApexChart;
import cn.guatu.platform.chart.Series;
import cn.guatu.platform.chart.XAxis;
import cn.guatu.platform.chart.YAxis;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Figures;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of the page of a 通报 that nobody writes in: chart, attachments, versions. */
final class BulletinParts {

    private static final DateTimeFormatter SAVED = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private BulletinParts() {}

    /** What a paragraph is, in words. */
    static String word(Level level) {
        return switch (level) {
            case AUTHORITY -> "发文机关标志";
            case NUMBER -> "发文字号";
            case TITLE -> "标题";
            case RECIPIENTS -> "主送机关";
            case HEADING -> "一级标题";
            case SUBHEADING -> "二级标题";
            case BODY -> "正文";
            case ATTACHMENTS -> "附件说明";
            case SIGNATURE -> "发文机关署名";
            case DATE -> "成文日期";
            case COPIES -> "抄送";
            case ISSUED -> "印发";
        };
    }

    static Component bars(Block.Bars bars) {
        ApexChart chart = new ApexChart()
                .horizontal()
                .patterned()
                .withXAxis(XAxis.of(bars.bars().stream()
                        .map(bar -> bar.name() + " " + Figures.rate(bar.rate()))
                        .toList()))
                .withYAxis(YAxis.percent())
                .withSeries(
                        Series.bar(
                                        "完成率",
                                        percent(bars.bars().stream()
                                                .map(Block.Bar::rate)
                                                .toList()))
                                .coloured("#1f3a5f"),
                        Series.bar(
                                        "序时进度",
                                        percent(bars.bars().stream()
                                                .map(Block.Bar::expected)
                                                .toList()))
                                .coloured("#8a97a5"));
        chart.setHeight(80 + 34 * bars.bars().size() + "px");
        List<List<@Nullable Object>> rows = bars.bars().stream()
                .<List<@Nullable Object>>map(
                        bar -> List.of(bar.name(), Figures.rate(bar.rate()), Figures.rate(bar.expected())))
                .toList();
        return new ChartCard(
                new DataTable(bars.title(), "实心为完成率，斜线为序时进度。", List.of("指标", "完成率", "序时进度"), rows), chart, "inpaper");
    }

    /** Fractions as per cent, to be drawn. */
    static List<@Nullable BigDecimal> percent(List<@Nullable BigDecimal> fractions) {
        List<@Nullable BigDecimal> percent = new java.util.ArrayList<>();
        fractions.forEach(each ->
                percent.add(each == null ? null : each.movePointRight(2).setScale(1, java.math.RoundingMode.HALF_UP)));
        return percent;
    }

    static Component table(Block.Table table) {
        Grid<List<List<Piece>>> grid = new Grid<>();
        for (int column = 0; column < table.headings().size(); column++) {
            int at = column;
            grid.addColumn(row -> row.get(at).stream().map(Piece::text).collect(Collectors.joining()))
                    .setHeader(table.headings().get(column))
                    .setAutoWidth(true);
        }
        grid.setItems(table.rows());
        grid.setHeight("320px");
        Details details =
                new Details("附件 · " + table.title() + "（" + table.rows().size() + " 行）", grid);
        details.setWidthFull();
        return details;
    }

    static Component versions(BulletinText text, boolean mayEdit, IntConsumer restore) {
        Div card = new Div(new H2("版本"));
        card.addClassName("guatu-card");
        if (text.versions().isEmpty()) {
            card.add(new Span("还没有人修改过，文字由数据生成。"));
            return card;
        }
        for (BulletinVersion version : text.versions()) {
            Span what = new Span("第 " + version.number() + " 版 · " + version.note());
            Span who = new Span(
                    version.savedBy() + " " + SAVED.format(version.savedAt().atZone(BusinessClock.ZONE)));
            who.addClassName("guatu-secondary");
            Div line = new Div(what, who);
            line.addClassName("guatu-version");
            if (mayEdit && version.number() != text.number()) {
                Button take = new Button("取回", click -> restore.accept(version.number()));
                take.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
                line.add(take);
            }
            card.add(line);
        }
        return card;
    }
}
