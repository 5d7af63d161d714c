package cn.guatu.supervision.ui;

import cn.guatu.platform.document.PaperFonts;
import cn.guatu.platform.document.SearchablePdf;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.supervision.OrderAction;
import cn.guatu.supervision.OrderStep;
import cn.guatu.supervision.SupervisionOrder;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A 督办单 as a document of A4 pages, with the typeface embedded. */
final class OrderPaper {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(BusinessClock.ZONE);

    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(BusinessClock.ZONE);

    private static final String STYLE = """
            @page { size: A4; margin: 26mm 24mm 22mm 26mm; @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font-family: Noto; font-size: 9pt; color: #555 } }
            body { font-family: Noto; font-size: 11.5pt; line-height: 1.6; color: #111; margin: 0 }
            h1 { font-size: 24pt; font-weight: 700; text-align: center; letter-spacing: 6pt; margin: 0 0 5mm 0; color: #b3261e }
            table { width: 100%; border-collapse: collapse }
            .head { border-bottom: 1.5pt solid #b3261e; margin: 0 0 6mm 0 }
            .head td { border: 0; padding: 0 0 2mm 0 }
            .right { text-align: right }
            .facts th, .facts td, .steps th, .steps td, .hands td { border: 0.5pt solid #666; padding: 1.8mm 3mm; vertical-align: top; text-align: left; font-weight: 400 }
            .facts th { width: 24mm; font-weight: 700; white-space: nowrap }
            .facts .room td { height: 14mm }
            h2 { font-size: 12.5pt; font-weight: 700; margin: 6mm 0 2mm 0; page-break-after: avoid }
            tr { page-break-inside: avoid }
            thead { display: table-header-group }
            .steps { font-size: 10pt; line-height: 1.5; -fs-table-paginate: paginate }
            .steps th { font-weight: 700; background: #f3f3f3 }
            .steps .when { width: 27mm; white-space: nowrap }
            .steps .what { width: 22mm; white-space: nowrap }
            .steps .who { width: 28mm }
            .hands { margin-top: 5mm; page-break-inside: avoid }
            .hands td { width: 33.3%; height: 22mm; font-size: 10pt; color: #444 }
            """;

    private OrderPaper() {}

    /**
     * The document; what has not happened yet is left blank to be written on.
     *
     * @param who the name of an account's person
     */
    static byte[] pdf(SupervisionOrder order, String department, List<OrderStep> steps, UnaryOperator<String> who) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(PaperFonts::regularFile, "Noto", 400, FontStyle.NORMAL, true);
            builder.useFont(PaperFonts::boldFile, "Noto", 700, FontStyle.NORMAL, true);
            builder.withHtmlContent(page(order, department, steps, who), null);
            builder.toStream(out);
            builder.run();
            return SearchablePdf.mend(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page(
            SupervisionOrder order, String department, List<OrderStep> steps, UnaryOperator<String> who) {
        return """
                <html lang="zh-CN"><head><title>%s</title><style>%s</style></head><body>
                <h1>督办单</h1>
                <table class="head"><tr><td>%s</td><td class="right">签发：%s　%s</td></tr></table>
                <table class="facts">%s</table>
                <table class="hands"><tr><td>责任领导（签字）</td><td>承办科室负责人（签字）</td><td>督查核验（签字）</td></tr></table>
                <h2>办理经过</h2>
                <table class="steps"><thead><tr><th class="when">时间</th><th class="what">环节</th><th class="who">经办</th><th>内容</th></tr></thead>
                <tbody>%s</tbody></table>
                </body></html>
                """.formatted(
                        order.title(),
                        STYLE,
                        order.title(),
                        escaped(who.apply(order.issuedBy())),
                        words(LocalDate.ofInstant(order.issuedAt(), BusinessClock.ZONE)),
                        facts(order, department, who),
                        history(steps, who));
    }

    private static String facts(SupervisionOrder order, String department, UnaryOperator<String> who) {
        StringBuilder rows = new StringBuilder();
        row(rows, "督办事项", order.subject());
        row(rows, "承办科室", department);
        row(rows, "责任领导", order.leader());
        row(rows, "督办事由", order.reason());
        row(rows, "办理要求", order.demand());
        row(
                rows,
                "办理期限",
                words(order.deadline())
                        + (order.deadline().equals(order.firstDeadline())
                                ? ""
                                : "（原期限 " + words(order.firstDeadline()) + "）"));
        row(rows, "签收", order.signedBy() == null ? "" : who.apply(order.signedBy()) + "，" + words(order.signedAt()));
        room(rows, "整改方案", order.plan());
        room(rows, "答复", order.reply());
        room(rows, "核验意见", order.verdict());
        row(rows, "状态", order.state().label());
        return rows.toString();
    }

    private static String history(List<OrderStep> steps, UnaryOperator<String> who) {
        StringBuilder history = new StringBuilder();
        for (OrderStep step : steps) {
            history.append("<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                    .formatted(
                            SHORT.format(step.at()),
                            step.action().label(),
                            escaped(who.apply(step.actor())),
                            escaped(step.action() == OrderAction.ISSUED ? "见督办事由" : step.remark())));
        }
        return history.toString();
    }

    // Blank, it wants room for a hand.
    private static void room(StringBuilder rows, String heading, @Nullable String text) {
        rows.append("<tr%s><th>%s</th><td>%s</td></tr>"
                .formatted(text == null ? " class=\"room\"" : "", heading, escaped(text)));
    }

    private static void row(StringBuilder rows, String heading, @Nullable String text) {
        rows.append("<tr><th>%s</th><td>%s</td></tr>".formatted(heading, escaped(text)));
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "　" : HtmlUtils.htmlEscape(text, "UTF-8").replace("\n", "<br/>");
    }

    private static String words(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String words(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }
}
