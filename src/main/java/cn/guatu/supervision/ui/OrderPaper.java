package cn.guatu.supervision.ui;

import cn.guatu.platform.document.PaperFonts;
import cn.guatu.platform.document.SearchablePdf;
import cn.guatu.platform.time.BusinessClock;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A 督办单 as a document of A4 pages, with the typeface embedded. */
final class OrderPaper {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(BusinessClock.ZONE);

    private static final String STYLE = """
            @page { size: A4; margin: 30mm 25mm 25mm 28mm; @bottom-center { content: counter(page); font-family: Noto; font-size: 10pt } }
            body { font-family: Noto; font-size: 12pt; line-height: 1.7; color: #111 }
            h1 { font-size: 22pt; font-weight: 700; text-align: center; margin: 0 0 6mm 0; color: #b3261e }
            .number { text-align: center; margin: 0 0 8mm 0; border-bottom: 1.5pt solid #b3261e; padding-bottom: 3mm }
            table { width: 100%; border-collapse: collapse }
            th, td { border: 0.6pt solid #444; padding: 2mm 3mm; vertical-align: top; text-align: left; font-weight: 400 }
            th { width: 26mm; font-weight: 700 }
            h2 { font-size: 13pt; font-weight: 700; margin: 7mm 0 2mm 0 }
            .steps td { font-size: 10.5pt }
            """;

    private OrderPaper() {}

    /** The document; what has not happened yet is left blank to be written on. */
    static byte[] pdf(SupervisionOrder order, String department, List<OrderStep> steps) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(PaperFonts::regularFile, "Noto", 400, FontStyle.NORMAL, true);
            builder.useFont(PaperFonts::boldFile, "Noto", 700, FontStyle.NORMAL, true);
            builder.withHtmlContent(page(order, department, steps), null);
            builder.toStream(out);
            builder.run();
            return SearchablePdf.mend(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page(SupervisionOrder order, String department, List<OrderStep> steps) {
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
        row(rows, "签收", order.signedBy() == null ? "" : order.signedBy() + "，" + words(order.signedAt()));
        row(rows, "整改方案", order.plan());
        row(rows, "答复", order.reply());
        row(rows, "核验意见", order.verdict());
        row(rows, "状态", order.state().label());
        StringBuilder history = new StringBuilder();
        for (OrderStep step : steps) {
            history.append("<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                    .formatted(words(step.at()), step.action().label(), escaped(step.actor()), escaped(step.remark())));
        }
        return """
                <html lang="zh-CN"><head><title>%s</title><style>%s</style></head><body>
                <h1>督办单</h1><p class="number">%s　　签发：%s　%s</p>
                <table>%s</table>
                <h2>办理经过</h2><table class="steps">%s</table></body></html>
                """.formatted(
                order.title(), STYLE, order.title(), escaped(order.issuedBy()), words(order.issuedAt()), rows, history);
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
