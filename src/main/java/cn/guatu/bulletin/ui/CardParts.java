package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.rule.CardPage;
import cn.guatu.bulletin.rule.MonthFigures.MatterLine;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.RateBar;
import cn.guatu.rollup.ui.LightBadges;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a scorecard page on screen. */
final class CardParts {

    private CardParts() {}

    static Component heads(CardPage page) {
        Div heads = new Div();
        heads.addClassName("guatu-heads");
        CardPage.Standing standing = page.standing();
        if (standing != null) {
            heads.add(
                    head(
                            page.published() ? "评估得分" : "评估得分（草稿）",
                            Figures.number(standing.score()),
                            standing.scoreBefore() == null ? "上月无得分" : "上月 " + Figures.number(standing.scoreBefore())),
                    head("名次", standing.rank() + " / " + standing.of(), standing.movement()));
        } else {
            heads.add(head("评估得分", Figures.NONE, page.whyNoScore()));
        }
        heads.add(
                head(
                        "综合完成率",
                        Figures.rate(page.summary().rate()),
                        "综合序时 " + Figures.rate(page.summary().expected()) + "，"
                                + Figures.points(page.summary().deviation())),
                new HeadWithLight(page),
                head(
                        "年底综合完成率预测",
                        Figures.rate(page.outlook().middle()),
                        page.outlook().middle() == null
                                ? "没有可推算的指标"
                                : Figures.rate(page.outlook().low()) + " ～ "
                                        + Figures.rate(page.outlook().high())));
        return heads;
    }

    /** The light with the sentence that explains it. */
    private static final class HeadWithLight extends Div {
        HeadWithLight(CardPage page) {
            addClassName("guatu-card");
            Span label = new Span("灯");
            label.addClassName("guatu-secondary");
            Div light = new Div(
                    LightBadges.of(page.summary().light(), page.summary().lightReason()));
            light.addClassName("big");
            Span under = new Span(page.late() == 0 ? "没有逾期节点" : "逾期节点 " + page.late() + " 个");
            under.addClassName("guatu-secondary");
            add(label, light, under);
        }
    }

    private static Component head(String label, String figure, String under) {
        Span small = new Span(label);
        small.addClassName("guatu-secondary");
        Div big = new Div(figure);
        big.addClassName("big");
        Span below = new Span(under);
        below.addClassName("guatu-secondary");
        Div card = new Div(small, big, below);
        card.addClassName("guatu-card");
        return card;
    }

    static Component strip(CardPage page) {
        Div strip = new Div();
        strip.addClassName("guatu-strip");
        for (CardPage.MonthLight month : page.strip()) {
            Div cell = new Div(new Span(month.month() + "月"));
            if (month.light() != null) {
                cell.add(
                        LightBadges.of(month.light(), month.says()).compact(),
                        new Span(Figures.rate(month.rate()) + (month.madeGood() ? " 补" : "")));
            }
            strip.add(cell);
        }
        Div card = new Div(new H2("十二个月"), strip);
        card.addClassName("guatu-card");
        return card;
    }

    static Component lines(CardPage page) {
        HtmlTable table = new HtmlTable(List.of("指标", "灯", "任务", "完成", "完成率与序时", "完成率", "较序时", "月度计划", "年底预测"));
        table.addClassName("guatu-cardlines");
        for (CardPage.Line line : page.lines()) {
            table.row(
                    new Anchor(
                            "plan?year=" + page.year() + "&asOf=" + page.cutOff() + "&explain="
                                    + MonthPage.encoded(explained(page, line)),
                            (line.part() ? "其中 " : "") + line.name()),
                    LightBadges.of(line.light(), line.reason()),
                    HtmlTable.number(line.goal()),
                    HtmlTable.number(line.achieved()),
                    new RateBar(line.rate(), line.expected(), LightBadges.shape(line.light())),
                    HtmlTable.number(Figures.rate(line.rate())),
                    HtmlTable.number(Figures.pointsOnly(line.deviation())),
                    HtmlTable.number(Figures.rate(line.planned())),
                    HtmlTable.number(range(line)));
        }
        Div scroll = new Div(table);
        scroll.getStyle().set("overflow-x", "auto");
        Div card = new Div(new H2("指标（从落后的起）"), scroll);
        card.addClassName("guatu-card");
        return card;
    }

    private static String explained(CardPage page, CardPage.Line line) {
        return switch (page.kind()) {
            case LEADER -> line.code() + "@@";
            case DEPARTMENT -> line.code() + "@@" + page.name();
            case STREET -> line.code() + "@" + page.name() + "@";
        };
    }

    private static String range(CardPage.Line line) {
        return line.middle() == null
                ? Figures.NONE
                : Figures.rate(line.middle()) + "（" + whole(line.low()) + "～" + whole(line.high()) + "）";
    }

    private static String whole(@Nullable BigDecimal fraction) {
        return fraction == null
                ? Figures.NONE
                : fraction.movePointRight(2)
                                .setScale(0, java.math.RoundingMode.HALF_UP)
                                .toPlainString() + "%";
    }

    static Component parts(CardPage.Standing standing) {
        HtmlTable table = new HtmlTable(List.of("部分", "权重", "得分"));
        for (CardPage.Part part : standing.parts()) {
            table.row(
                    new Span(part.name()),
                    HtmlTable.number(part.weight().signum() == 0 ? "" : Figures.number(part.weight())),
                    HtmlTable.number(part.score() == null ? "不适用" : Figures.number(part.score())));
        }
        return card("得分构成", table);
    }

    static Component units(CardPage page) {
        HtmlTable table = new HtmlTable(List.of("分管科室", "灯", "综合完成率", "得分", "名次"));
        for (CardPage.UnitStanding unit : page.units()) {
            table.row(
                    new Span(unit.name()),
                    LightBadges.of(
                            unit.light(), unit.name() + "：" + unit.light().label()),
                    HtmlTable.number(Figures.rate(unit.rate())),
                    HtmlTable.number(Figures.number(unit.score())),
                    HtmlTable.number(unit.rank() == null ? Figures.NONE : String.valueOf(unit.rank())));
        }
        return card("分管科室", table);
    }

    static Component sentences(String title, List<String> sentences, String none) {
        if (sentences.isEmpty()) {
            return card(title, new Span(none));
        }
        UnorderedList list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        return card(title, list);
    }

    static Component matters(CardPage page) {
        return sentences(
                "议定事项",
                page.matters().stream().map(matter -> words(matter, page)).toList(),
                "没有由其牵头的议定事项。");
    }

    private static String words(MatterLine matter, CardPage page) {
        return matter.matter() + "（" + matter.lead() + "，时限 " + Figures.day(matter.due(), page.year()) + "，"
                + matter.status() + "）";
    }

    private static Component card(String title, Component content) {
        Div card = new Div(new H2(title), content);
        card.addClassNames("guatu-card", "third");
        return card;
    }
}
