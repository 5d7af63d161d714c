package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.rule.Verification;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.server.streams.UploadHandler;

/** Takes a .docx that somebody has edited and says which of its figures are no longer those of the month. */
class VerifyPanel extends Div {

    private static final int LARGEST = 20 * 1024 * 1024;

    private final SerializableFunction<byte[], Verification.Result> verify;
    private final Div result = new Div();

    VerifyPanel(SerializableFunction<byte[], Verification.Result> verify) {
        this.verify = verify;
        addClassName("guatu-card");
        Paragraph hint = new Paragraph("上传在 Word 或 LibreOffice 里改过的通报，逐个数字与数据核对。文件不会保存。");
        hint.addClassName("guatu-secondary");
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> take(metadata.fileName(), bytes)));
        upload.setI18n(ChineseTexts.upload());
        upload.setAcceptedFileTypes(".docx");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.addFileRejectedListener(rejected -> Notices.error("不能上传：" + rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        upload.setWidthFull();
        result.getElement().setAttribute("aria-live", "polite");
        add(new H2("核验修改后的文件"), hint, upload, result);
    }

    /** Verifies a file and shows what came out. */
    void take(String name, byte[] file) {
        result.removeAll();
        try {
            show(name, verify.apply(file));
        } catch (RuntimeException failure) {
            result.add(new Paragraph(FailureReport.of(failure).sentence()));
        }
    }

    private void show(String name, Verification.Result of) {
        result.add(new Paragraph("《%s》共核对 %d 处数字，%s。"
                .formatted(
                        name,
                        of.figures(),
                        of.clean() ? "全部与数据一致" : "有 " + of.findings().size() + " 处与数据不一致")));
        if (!of.clean() && of.byTag() < of.figures()) {
            Paragraph hint = new Paragraph("有 %d 处的数据标记已被编辑软件去掉，按前后文字对齐核对。".formatted(of.figures() - of.byTag()));
            hint.addClassName("guatu-secondary");
            result.add(hint);
        }
        if (!of.byHand().isEmpty()) {
            result.add(new Paragraph("另有 " + of.byHand().size() + " 处手工数字，未与快照核对："));
            of.byHand().forEach(number -> result.add(line(new Span(number), new Span("手工数字，请人工核实"))));
        }
        for (Verification.Finding finding : of.findings()) {
            Span where = new Span(finding.where());
            where.addClassName("guatu-secondary");
            Span said = new Span(finding.found().isEmpty() ? "已不在文中" : "文中为 " + finding.found());
            result.add(line(where, said, new Span("应为 " + finding.expected())));
        }
    }

    private static Div line(Span... parts) {
        Div line = new Div(parts);
        line.addClassName("guatu-finding");
        return line;
    }
}
