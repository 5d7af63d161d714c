package cn.guatu.bulletin.document;

import cn.guatu.bulletin.rule.Block;
import cn.guatu.bulletin.rule.Bulletin;
import cn.guatu.bulletin.rule.Level;
import cn.guatu.bulletin.rule.Piece;
import cn.guatu.bulletin.rule.Shown;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The 通报 as PDF: the same blocks on the same page as the Word document. */
public final class BulletinPdf {

    private static final String STYLE = """
            @page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm;
              @bottom-right { content: "— " counter(page) " —"; font-family: Noto; font-size: 14pt;
                vertical-align: top; padding-top: 5mm; padding-right: 14pt } }
            @page :left { @bottom-right { content: none }
              @bottom-left { content: "— " counter(page) " —"; font-family: Noto; font-size: 14pt;
                vertical-align: top; padding-top: 5mm; padding-left: 14pt } }
            body { font-family: Noto; font-size: 15pt; line-height: 29pt; color: #000; margin: 0 }
            p, h1, h2, h3 { margin: 0; font-weight: 400 }
            .draft { text-align: right; font-weight: 700 }
            .authority { color: #f00; font-weight: 700; text-align: center; white-space: nowrap;
              margin-top: 22mm; line-height: 1.3 }
            .number { text-align: center; margin-top: 40pt; padding-bottom: 4mm; border-bottom: 2pt solid #f00 }
            h1 { font-size: 21pt; line-height: 33pt; font-weight: 700; text-align: center; margin: 48pt 0 29pt }
            h2 { font-weight: 700; text-indent: 2em; font-size: 15pt; page-break-after: avoid }
            h3 { text-indent: 2em; font-size: 15pt; font-weight: 700; color: #222; page-break-after: avoid }
            .body { text-indent: 2em; text-align: justify; orphans: 2; widows: 2 }
            .attachments { margin: 29pt 0 0 5em; text-indent: -3em }
            .signature { text-align: right; padding-right: 2em; margin-top: 72pt; page-break-after: avoid }
            .date { text-align: right; padding-right: 4em }
            .copies { border-top: 1pt solid #000; border-bottom: .5pt solid #000; margin-top: 48pt }
            .issued { border-bottom: 1pt solid #000 }
            .copies, .issued { font-size: 13pt; padding: 0 1em }
            .far { float: right }
            .attachment { page-break-before: always; font-weight: 700 }
            .table-title { text-align: center; font-size: 19pt; font-weight: 700; margin: 6pt 0 10pt; line-height: 28pt }
            table { width: 156mm; border-collapse: collapse; font-size: 8.5pt; line-height: 12pt;
              -fs-table-paginate: paginate; table-layout: fixed }
            tr { page-break-inside: avoid }
            th { background: #e7e6e6; font-weight: 700 }
            th, td { border: .5pt solid #333; padding: 2.5pt 3pt; vertical-align: middle; word-wrap: break-word }
            td.figure { text-align: right }
            td.serial { text-align: center }
            .note { font-size: 9pt; line-height: 14pt; margin-top: 5pt }
            .caption { text-align: center; font-weight: 700; font-size: 11pt; margin-top: 10pt; page-break-after: avoid }
            table.bars { font-size: 8.5pt; line-height: 11pt; margin-bottom: 12pt }
            table.bars td { border: none; padding: 1.6pt 3pt }
            .track { position: relative; height: 10pt; background: #eee }
            .rate { position: absolute; left: 0; top: 0; height: 10pt; background: #1f3a5f }
            .tick { position: absolute; top: -2pt; height: 14pt; width: 0; border-left: 1.6pt solid #c00000 }
            .chart { page-break-inside: avoid }
            .key { font-size: 8.5pt; line-height: 12pt; text-align: center }
            """;

    private final StringBuilder html = new StringBuilder();
    private int attachments;

    private BulletinPdf() {}

    /** The bytes of the PDF. */
    public static byte[] write(Bulletin bulletin) {
        return Pdf.of(new BulletinPdf().page(bulletin));
    }

    private String page(Bulletin bulletin) {
        String title = Html.text(bulletin.text(Level.TITLE));
        html.append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"UTF-8\"/><title>")
                .append(title)
                .append("</title><meta name=\"subject\" content=\"")
                .append(title)
                .append("\"/><meta name=\"description\" content=\"")
                .append(title)
                .append("\"/><meta name=\"author\" content=\"")
                .append(Html.text(bulletin.text(Level.SIGNATURE)))
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body>");
        if (bulletin.draft()) {
            html.append("<p class=\"draft\">征求意见稿</p>");
        }
        bulletin.blocks().forEach(this::block);
        return html.append("</body></html>").toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Table table -> table(table);
            case Block.Bars bars -> bars(bars);
        }
    }

    private void paragraph(Block.Paragraph said) {
        String text = Html.text(said.text());
        switch (said.level()) {
            case AUTHORITY -> {
                int size = Math.clamp(442 / (said.text().length() + 2), 22, 48);
                html.append("<p class=\"authority\" style=\"font-size: ")
                        .append(size)
                        .append("pt\">")
                        .append(text)
                        .append("文件</p>");
            }
            case TITLE -> element("h1", "title", text);
            case HEADING -> element("h2", "heading", text);
            case SUBHEADING -> element("h3", "subheading", text);
            case ISSUED -> {
                String[] sides = text.split("\t", 2);
                element(
                        "p",
                        "issued",
                        sides.length == 1 ? text : sides[0] + "<span class=\"far\">" + sides[1] + "</span>");
            }
            default -> element("p", said.level().name().toLowerCase(java.util.Locale.ROOT), text);
        }
    }

    private void element(String name, String style, String content) {
        html.append("<%s class=\"%s\">%s</%s>".formatted(name, style, content, name));
    }

    private void table(Block.Table table) {
        html.append("<p class=\"attachment\">附件").append(++attachments).append("</p>");
        element("p", "table-title", Html.text(table.title()));
        int sum = table.widths().stream().mapToInt(Integer::intValue).sum();
        html.append("<table><colgroup>");
        table.widths().forEach(width -> html.append("<col style=\"width: %.2f%%\"/>".formatted(100.0 * width / sum)));
        html.append("</colgroup><thead><tr>");
        table.headings().forEach(heading -> element("th", "heading", Html.text(heading)));
        html.append("</tr></thead><tbody>");
        for (List<List<Piece>> row : table.rows()) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                List<Piece> cell = row.get(column);
                boolean figure = cell.stream().anyMatch(Piece::isFigure);
                element(
                        "td",
                        figure ? "figure" : column == 0 ? "serial" : "words",
                        Html.text(cell.stream().map(Piece::text).collect(Collectors.joining())));
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        if (!table.note().isEmpty()) {
            element("p", "note", Html.text(table.note()));
        }
    }

    private void bars(Block.Bars bars) {
        html.append("<div class=\"chart\">");
        element("p", "caption", Html.text(bars.title()));
        double longest = bars.bars().stream()
                .map(Block.Bar::rate)
                .mapToDouble(each -> each == null ? 0 : each.doubleValue())
                .max()
                .orElse(1);
        double whole = Math.clamp(longest, 1, 2);
        html.append("<table class=\"bars\"><colgroup><col style=\"width: 30%\"/><col style=\"width: 56%\"/>"
                + "<col style=\"width: 14%\"/></colgroup><tbody>");
        for (Block.Bar bar : bars.bars()) {
            html.append("<tr>");
            element("td", "words", Html.text(bar.name()));
            html.append("<td><div class=\"track\">");
            width(bar.rate(), whole, "<div class=\"rate\" style=\"width: %.1f%%\"></div>");
            width(bar.expected(), whole, "<div class=\"tick\" style=\"left: %.1f%%\"></div>");
            html.append("</div></td>");
            element("td", "figure", Shown.rate(bar.rate()));
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        element("p", "key", "深色条为完成率，竖线为序时进度。");
        html.append("</div>");
    }

    private void width(@Nullable BigDecimal fraction, double whole, String element) {
        if (fraction != null) {
            html.append(element.formatted(100 * Math.clamp(fraction.doubleValue() / whole, 0, 1)));
        }
    }
}
