package cn.guatu.workbook.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.security.Roles;
import cn.guatu.workbook.ImportReport;
import cn.guatu.workbook.PlanFile;
import cn.guatu.workbook.WorkbookService;
import cn.guatu.workbook.rule.Comparison;
import cn.guatu.workbook.sheet.Severity;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** 导入导出: a workbook is parsed, compared, confirmed and applied; what was imported can be seen and taken back. */
@Route("import")
@Menu(title = "导入导出", order = 29, icon = "vaadin:exchange")
@PageTitle("导入导出 · 挂图作战")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
class ImportView extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(ImportView.class);
    private static final int LARGEST = 20 * 1024 * 1024;

    private final WorkbookService workbooks;
    private final IntegerField year = new IntegerField("计划年度");
    private final Div progress = new Div();
    private final Div result = new Div();
    private final HistoryPanel history;

    private @Nullable PlanFile file;

    ImportView(WorkbookService workbooks, BusinessClock clock) {
        this.workbooks = workbooks;
        history = new HistoryPanel(workbooks);
        setSizeFull();
        year.setMin(WorkbookService.FIRST_YEAR);
        year.setMax(WorkbookService.LAST_YEAR);
        year.setStepButtonsVisible(true);
        year.setHelperText("按文件标题自动填写，可改");
        year.setValue(clock.today().getYear());
        year.addValueChangeListener(change -> {
            if (change.isFromClient() && file != null) {
                compare();
            }
        });
        PageFrame page = new PageFrame("导入导出");
        page.scope("年度任务一张表（.xlsx）");
        page.actions(export());
        page.body(new H2("导入"), year, upload(), progress, result, history);
        add(page);
    }

    private Anchor export() {
        return Downloads.link("导出本年度工作簿", () -> {
            Integer which = year.getValue();
            if (which == null) {
                throw Refusal.invalid("请先填写计划年度。");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                workbooks.export(which, out);
            } catch (IOException e) {
                throw new UncheckedIOException("an export in memory cannot fail to be written", e);
            }
            return new PlanFile(which + "年度任务一张表.xlsx", out.toByteArray());
        });
    }

    private Upload upload() {
        Upload upload =
                new Upload(UploadHandler.inMemory((metadata, bytes) -> take(new PlanFile(metadata.fileName(), bytes))));
        upload.setI18n(ChineseTexts.upload());
        upload.setAcceptedFileTypes(".xlsx");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.addFileRejectedListener(rejected -> Notices.error("不能上传：" + rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        upload.setWidthFull();
        return upload;
    }

    private void take(PlanFile sent) {
        file = sent;
        workbooks.proposedYear(sent).ifPresent(year::setValue);
        compare();
    }

    private void compare() {
        PlanFile sent = file;
        Integer which = year.getValue();
        if (sent == null || which == null) {
            Notices.error("请先填写计划年度。");
            return;
        }
        inBackground(
                "正在读取《" + sent.name() + "》，与 " + which + " 年度的数据比对……",
                () -> workbooks.tryOut(sent, which),
                report -> show(sent, report));
    }

    private void show(PlanFile sent, ImportReport report) {
        Comparison comparison = report.comparison();
        result.removeAll();
        long errors = comparison.problems().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .count();
        if (errors > 0) {
            result.add(new Paragraph("《%s》有 %d 处错误，改正后才能应用。没有写入任何数据。".formatted(sent.name(), errors)));
        } else if (comparison.changesNothing()) {
            result.add(new Paragraph("《%s》与系统中 %d 年度的数据一致，不需要导入。".formatted(sent.name(), comparison.year())));
        } else {
            Button apply = new Button("应用", click -> confirm(sent, comparison));
            apply.addThemeVariants(ButtonVariant.PRIMARY);
            result.add(new Paragraph(summary(sent, comparison)), apply);
        }
        if (!comparison.problems().isEmpty()) {
            result.add(new ProblemPanel(sent, comparison.problems()));
        }
        result.add(new ComparisonPanel(comparison));
    }

    private static String summary(PlanFile sent, Comparison comparison) {
        int created =
                comparison.sheets().stream().mapToInt(sheet -> sheet.created()).sum();
        int updated =
                comparison.sheets().stream().mapToInt(sheet -> sheet.updated()).sum();
        return "《%s》将在 %d 年度%s新增 %d 条、更改 %d 条记录。"
                .formatted(sent.name(), comparison.year(), comparison.yearIsNew() ? "（新建）" : "", created, updated);
    }

    private void confirm(PlanFile sent, Comparison seen) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("应用这份工作簿？");
        dialog.setText(summary(sent, seen) + "全部写入或全部不写入。");
        dialog.setCancelable(true);
        dialog.setCancelText("再看看");
        dialog.setConfirmText("应用");
        dialog.addConfirmListener(confirmed -> inBackground(
                "正在写入 " + seen.year() + " 年度……若有别人正在导入，会等他完成。",
                () -> workbooks.applySeen(sent, seen),
                report -> applied(sent, report)));
        dialog.open();
    }

    private void applied(PlanFile sent, ImportReport report) {
        if (!report.applied()) {
            Notices.error("比对之后数据又有变化，没有写入。下面是新的比对结果，请再确认一次。");
            show(sent, report);
            return;
        }
        file = null;
        result.removeAll();
        result.add(new Paragraph(
                "《%s》已写入 %d 年度。".formatted(sent.name(), report.comparison().year())));
        Notices.success("导入完成。");
        history.refresh();
    }

    /** Works beside the screen, which says so meanwhile; the person's rights go along. */
    private <T> void inBackground(String sentence, Supplier<T> work, Consumer<T> done) {
        UI ui = UI.getCurrent();
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        progress.removeAll();
        progress.add(new Span(sentence), bar);
        result.setVisible(false);
        Runnable task = () -> {
            try {
                T outcome = work.get();
                ui.access(() -> {
                    idle();
                    done.accept(outcome);
                });
            } catch (Refusal e) {
                ui.access(() -> {
                    idle();
                    result.removeAll();
                    Notices.error(e.sentence());
                });
            } catch (RuntimeException e) {
                LOG.error("an import from the screen failed", e);
                ui.access(() -> {
                    idle();
                    Notices.error("没有完成，什么也没有写入。请稍后再试；若一直如此，请联系系统管理员查看日志。");
                });
            }
        };
        Thread.ofVirtual()
                .name("import")
                .start(new DelegatingSecurityContextRunnable(task, SecurityContextHolder.getContext()));
    }

    private void idle() {
        progress.removeAll();
        result.setVisible(true);
    }
}
