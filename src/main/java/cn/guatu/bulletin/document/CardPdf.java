package cn.guatu.bulletin.document;

import cn.guatu.bulletin.rule.CardPage;
import cn.guatu.bulletin.rule.MonthFigures.MatterLine;
import cn.guatu.bulletin.rule.Shown;
import cn.guatu.rollup.Light;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scorecard page on one sheet of A4. */
public final class CardPdf {

    private static final int MOST_LINES = 12;

    private static final String STYLE = """
            @page { size: 210mm 297mm; margin: 14mm 15mm 12mm 15mm }
            body { font-family: Noto; font-size: 9pt; line-height: 13pt; color: #16202b; margin: 0 }
            h1 { font-size: 19pt; line-height: 25pt; margin: 0; font-weight: 700 }
            h2 { font-size: 10.5pt; line-height: 15pt; margin: 9pt 0 3pt; font-weight: 700; border-bottom: .6pt solid #16202b }
            .scope { color: #566473; font-size: 9pt; margin: 0 0 7pt }
            table { width: 100%; border-collapse: collapse; table-layout: fixed }
            .head td { border: .6pt solid #c3ccd6; padding: 5pt 7pt; vertical-align: top }
            .big { font-size: 22pt; line-height: 27pt; font-weight: 700 }
            .label { color: #566473; font-size: 8pt; line-height: 11pt }
            .strip td { text-align: center; border: .4pt solid #c3ccd6; padding: 2pt 0; font-size: 8pt; line-height: 11pt }
            .lines th { text-align: right; font-weight: 400; color: #566473; font-size: 8pt; border-bottom: .6pt solid #566473;
              padding: 1pt 3pt }
            .lines th.words, .lines td.words { text-align: left }
            .lines td { text-align: right; padding: 1.4pt 3pt; border-bottom: .3pt solid #dfe4ea; font-size: 8.5pt;
              line-height: 11.5pt }
            .track { position: relative; height: 8pt; background: #e8ecf0 }
            .fill { position: absolute; left: 0; top: 0; height: 8pt }
            .tick { position: absolute; top: -1.5pt; height: 11pt; width: 0; border-left: 1.4pt solid #16202b }
            .plan { position: absolute; top: -1.5pt; height: 11pt; width: 0; border-left: 1pt dashed #566473 }
            .icon { font-weight: 700 }
            ul { margin: 0; padding-left: 12pt }
            li { margin: 0 0 1pt }
            .foot { color: #566473; font-size: 7.5pt; line-height: 10pt; margin-top: 7pt; border-top: .4pt solid #c3ccd6;
              padding-top: 3pt }
            """;

    private final StringBuilder html = new StringBuilder();

    private CardPdf() {}

    /** The bytes of the PDF. */
    public static byte[] write(CardPage page) {
        return Pdf.of(new CardPdf().html(page));
    }

    private String html(CardPage page) {
        String title = page.name() + " " + page.year() + "年" + page.month() + "月评估卡";
        html.append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"UTF-8\"/><title>")
                .append(Html.text(title))
                .append("</title><meta name=\"subject\" content=\"")
                .append(Html.text(title))
                .append("\"/><meta name=\"description\" content=\"")
                .append(Html.text(title))
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body>");
        element("h1", Html.text(page.name()));
        html.append("<p class=\"scope\">%s评估卡 · %d年%d月 · 数据截至%s · %s</p>"
                .formatted(
                        page.kind().label(),
                        page.year(),
                        page.month(),
                        Shown.date(page.cutOff()),
                        page.published() ? "已发布" : "未发布（征求意见）"));
        head(page);
        strip(page);
        lines(page);
        parts(page);
        list("为什么红", page.reds(), "没有红灯、督办指标，也没有逾期节点。");
        list("议定事项", page.matters().stream().map(CardPdf::matter).toList(), "没有由其牵头的议定事项。");
        html.append("<p class=\"foot\">条形为完成率，粗线为序时进度，虚线为月度计划；年底预测为按历史提前、推迟天数抽样的结果，"
                + "括号内为十次中八次落入的区间。完成率不封顶，综合完成率中各指标超过100%的部分不计。</p>");
        return html.append("</body></html>").toString();
    }

    private void head(CardPage page) {
        html.append("<table class=\"head\"><tr>");
        CardPage.Standing standing = page.standing();
        if (standing != null) {
            cell(
                    "评估得分" + (page.published() ? "" : "（草稿）"),
                    decimals(standing.score()),
                    standing.scoreBefore() == null ? "上月无得分" : "上月" + decimals(standing.scoreBefore()));
            cell("名次", standing.rank() + " / " + standing.of(), standing.movement());
        } else {
            cell("评估得分", Shown.NONE, page.whyNoScore());
        }
        cell(
                "综合完成率",
                Shown.rate(page.summary().rate()),
                page.summary().deviation() == null
                        ? ""
                        : "综合序时" + Shown.rate(page.summary().expected()) + "，"
                                + Shown.againstPace(page.summary().deviation()));
        cell(
                "灯",
                icon(page.summary().light()) + " " + page.summary().light().label(),
                page.late() == 0 ? "没有逾期节点" : "逾期节点" + page.late() + "个");
        CardPage.Outlook outlook = page.outlook();
        cell(
                "年底综合完成率预测",
                Shown.rate(outlook.middle()),
                outlook.middle() == null ? "没有可推算的指标" : Shown.rate(outlook.low()) + " ～ " + Shown.rate(outlook.high()));
        html.append("</tr></table>");
    }

    private void cell(String label, String figure, String under) {
        html.append("<td><div class=\"label\">")
                .append(label)
                .append("</div><div class=\"big\">")
                .append(figure)
                .append("</div><div class=\"label\">")
                .append(Html.text(under))
                .append("</div></td>");
    }

    private void strip(CardPage page) {
        element("h2", "十二个月");
        html.append("<table class=\"strip\"><tr>");
        for (CardPage.MonthLight month : page.strip()) {
            html.append("<td>%d月<br/>".formatted(month.month()));
            Light light = month.light();
            if (light == null) {
                html.append("<span class=\"label\">·</span><br/>&#160;");
            } else {
                html.append(icon(light))
                        .append(month.madeGood() ? "补" : "")
                        .append("<br/>")
                        .append(Shown.rate(month.rate()));
            }
            html.append("</td>");
        }
        html.append("</tr></table>");
    }

    private void lines(CardPage page) {
        List<CardPage.Line> shown =
                page.lines().subList(0, Math.min(MOST_LINES, page.lines().size()));
        element(
                "h2",
                "指标（从落后的起"
                        + (shown.size() < page.lines().size()
                                ? "，共" + page.lines().size() + "项，列前" + shown.size() + "项"
                                : "")
                        + "）");
        html.append(
                "<table class=\"lines\"><colgroup><col style=\"width: 23%\"/><col style=\"width: 10%\"/>"
                        + "<col style=\"width: 11%\"/><col style=\"width: 12%\"/><col style=\"width: 15%\"/><col style=\"width: 9%\"/>"
                        + "<col style=\"width: 20%\"/></colgroup><thead><tr><th class=\"words\">指标</th><th class=\"words\">灯</th>"
                        + "<th>任务</th><th>完成</th><th class=\"words\">完成率 / 序时</th><th>完成率</th><th>年底预测</th></tr></thead><tbody>");
        for (CardPage.Line line : shown) {
            html.append("<tr><td class=\"words\">")
                    .append(Html.text((line.part() ? "其中 " : "") + line.name()))
                    .append("</td><td class=\"words\">")
                    .append(icon(line.light()))
                    .append(' ')
                    .append(line.light().label())
                    .append("</td><td>")
                    .append(Html.text(line.goal()))
                    .append("</td><td>")
                    .append(Html.text(line.achieved()))
                    .append("</td><td>");
            bar(line);
            html.append("</td><td>")
                    .append(Shown.rate(line.rate()))
                    .append("</td><td>")
                    .append(range(line))
                    .append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private void bar(CardPage.Line line) {
        html.append("<div class=\"track\">");
        at(line.rate(), "<div class=\"fill\" style=\"width: %.1f%%; background: " + colour(line.light()) + "\"></div>");
        at(line.planned(), "<div class=\"plan\" style=\"left: %.1f%%\"></div>");
        at(line.expected(), "<div class=\"tick\" style=\"left: %.1f%%\"></div>");
        html.append("</div>");
    }

    private void at(@Nullable BigDecimal fraction, String element) {
        if (fraction != null) {
            html.append(element.formatted(100 * Math.clamp(fraction.doubleValue(), 0, 1)));
        }
    }

    private void parts(CardPage page) {
        CardPage.Standing standing = page.standing();
        if (standing != null) {
            element("h2", "得分构成");
            html.append("<p style=\"margin: 0\">");
            boolean first = true;
            for (CardPage.Part part : standing.parts()) {
                html.append(first ? "" : "　")
                        .append(Html.text(part.name()))
                        .append(' ')
                        .append(part.score() == null ? "不适用" : decimals(part.score()))
                        .append(part.weight().signum() == 0 ? "" : " / " + decimals(part.weight()));
                first = false;
            }
            html.append("</p>");
        } else if (!page.units().isEmpty()) {
            element("h2", "分管科室");
            html.append("<p style=\"margin: 0\">");
            for (CardPage.UnitStanding unit : page.units()) {
                html.append(icon(unit.light()))
                        .append(' ')
                        .append(Html.text(unit.name()))
                        .append(' ')
                        .append(
                                unit.score() == null
                                        ? Shown.rate(unit.rate())
                                        : decimals(unit.score()) + "分，第" + unit.rank() + "名")
                        .append("　　");
            }
            html.append("</p>");
        }
    }

    private void list(String title, List<String> sentences, String none) {
        element("h2", title);
        if (sentences.isEmpty()) {
            html.append("<p style=\"margin: 0\">").append(none).append("</p>");
            return;
        }
        html.append("<ul>");
        sentences.forEach(sentence -> element("li", Html.text(sentence)));
        html.append("</ul>");
    }

    private static String matter(MatterLine matter) {
        return matter.matter() + "（" + matter.lead() + "，时限" + matter.due().getMonthValue() + "月"
                + matter.due().getDayOfMonth() + "日，" + matter.status() + "）";
    }

    private static String range(CardPage.Line line) {
        return line.middle() == null
                ? Shown.NONE
                : whole(line.middle()) + "（" + whole(line.low()) + "～" + whole(line.high()) + "）";
    }

    private static String whole(@Nullable BigDecimal fraction) {
        return fraction == null
                ? Shown.NONE
                : fraction.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static String decimals(BigDecimal score) {
        BigDecimal shown = score.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.setScale(Math.max(0, shown.scale())).toPlainString();
    }

    private static String icon(Light light) {
        return "<span class=\"icon\" style=\"color: " + colour(light) + "\">" + light.icon() + "</span>";
    }

    /** Dark enough on white for the sign and for print in grey. */
    static String colour(Light light) {
        return switch (light) {
            case GREEN -> "#157f5b";
            case YELLOW -> "#9a6c00";
            case ORANGE -> "#b4530b";
            case RED -> "#b3261e";
            case DONE, DUE_SOON -> "#1d5fb4";
            case GREY, NOT_DUE -> "#5b6875";
        };
    }

    private void element(String name, String content) {
        html.append('<')
                .append(name)
                .append('>')
                .append(content)
                .append("</")
                .append(name)
                .append('>');
    }
}
