package cn.guatu.progress.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Notices;
import cn.guatu.progress.EvidenceFile;
import cn.guatu.progress.EvidenceService;
import cn.guatu.progress.ReportKey;
import cn.guatu.progress.rule.EvidenceType;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.Locale;

/** The evidence of an item: pictures are shown here, a PDF in a window of its own, other files are saved; every opening is a link of its own. */
final class EvidencePanel extends Div {

    private final Week week;
    private final ReportKey key;
    private final boolean editable;
    private final Div files = new Div();
    private final Div preview = new Div();

    EvidencePanel(Week week, ReportKey key, boolean editable) {
        this.week = week;
        this.key = key;
        this.editable = editable;
        addClassName("guatu-evidence");
        files.addClassName("guatu-buttons");
        if (editable) {
            add(upload());
        }
        add(files, preview);
        show();
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> take(metadata.fileName(), bytes)));
        upload.setI18n(ChineseTexts.upload());
        Button choose = new Button("上传证明文件", VaadinIcon.PAPERCLIP.create());
        choose.addThemeVariants(ButtonVariant.SMALL);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span("PDF、图片、Word、Excel、OFD，每个不超过 20 MB"));
        upload.setAcceptedFileTypes(EvidenceType.endings());
        upload.setMaxFileSize(EvidenceService.LARGEST);
        upload.addFileRejectedListener(rejected -> Notices.error("不能上传：" + rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    private void take(String name, byte[] content) {
        attempt(() -> week.evidence().add(key, name, content));
        show();
    }

    private void show() {
        files.removeAll();
        preview.removeAll();
        List<EvidenceFile> all = week.evidence().of(key);
        setVisible(editable || !all.isEmpty());
        for (EvidenceFile file : all) {
            NativeButton open = new NativeButton(file.name(), click -> attempt(() -> open(file)));
            open.addClassName("guatu-open");
            open.setTitle("%s，%s 上传".formatted(size(file.size()), Words.dayAndTime(file.uploadedAt())));
            Span one = new Span(open);
            one.addClassName("guatu-file");
            if (editable) {
                Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
                    attempt(() -> week.evidence().remove(file.id()));
                    show();
                });
                remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                remove.setAriaLabel("移除 " + file.name());
                one.add(remove);
            }
            files.add(one);
        }
    }

    private void open(EvidenceFile file) {
        String link = week.evidence().link(file.id());
        if (file.isPicture()) {
            preview.removeAll();
            Image picture = new Image(link, file.name());
            picture.addClassName("guatu-picture");
            preview.add(picture);
        } else {
            UI.getCurrent().getPage().open(link, "_blank");
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
    }

    private static String size(int bytes) {
        return bytes < 1024 * 1024
                ? Math.max(1, bytes / 1024) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }
}
