package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.BulletinText;
import cn.guatu.bulletin.rule.Block;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The 通报 of a month: its paragraphs as people may rewrite them, its figures as chips, its files, its versions, and what came back. */
@Route("bulletin/:year?([0-9]{4})/:month?([0-9]{1,2})")
@PageTitle("通报")
@Menu(title = "通报", order = 43, icon = "vaadin:file-text-o")
@CssImport("./bulletin/bulletin.css")
@PermitAll
class BulletinView extends MonthPage implements BeforeLeaveObserver {

    private final Map<String, ParagraphEditor> editors = new LinkedHashMap<>();
    private @Nullable BulletinText text;

    BulletinView(Office office) {
        super("通报", office);
    }

    @Override
    String address(int year, int month) {
        return "bulletin/" + year + "/" + month;
    }

    @Override
    void show() {
        BulletinText shown = office().bulletins().text(year(), month());
        text = shown;
        boolean mayEdit = office().user().has(Permission.OPERATE);
        scope("全区 · 数据截至 " + Figures.day(shown.generated().cutOff(), year()) + " · "
                + (shown.generated().draft() ? "征求意见稿" : "已发布"));
        verbs(verbs(mayEdit));
        editors.clear();
        Div paper = new Div();
        paper.addClassNames("guatu-card", "guatu-paper", "twothirds");
        Map<String, Block.Paragraph> edited = new LinkedHashMap<>();
        shown.edited().paragraphs().forEach(paragraph -> edited.put(paragraph.key(), paragraph));
        for (Block block : shown.generated().blocks()) {
            switch (block) {
                case Block.Paragraph paragraph -> {
                    ParagraphEditor editor =
                            new ParagraphEditor(year(), shown, paragraph, edited.get(paragraph.key()), mayEdit);
                    editors.put(paragraph.key(), editor);
                    paper.add(editor);
                }
                case Block.Table table -> paper.add(BulletinParts.table(table));
                case Block.Bars bars -> paper.add(BulletinParts.bars(bars));
            }
        }
        Div side = new Div(
                new VerifyPanel(file -> office().bulletins().verify(year(), month(), file)),
                BulletinParts.versions(shown, mayEdit, this::restore));
        side.addClassNames("third", "guatu-side");
        Div columns = new Div(paper, side);
        columns.addClassName("guatu-cards");
        body(columns);
    }

    private Component[] verbs(boolean mayEdit) {
        var word = Downloads.link("导出 Word", () -> office().bulletins().docx(year(), month()));
        var pdf = Downloads.link("导出 PDF", () -> office().bulletins().pdf(year(), month()));
        if (!mayEdit) {
            return new Component[] {word, pdf};
        }
        Button save = new Button("保存", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Button reset = new Button("恢复为生成文本", click -> reset());
        return new Component[] {word, pdf, reset, save};
    }

    private void save() {
        Map<String, String> texts = new LinkedHashMap<>();
        editors.forEach((key, editor) -> texts.put(key, editor.text()));
        attempt(() -> office().bulletins().save(year(), month(), version(), texts), "已保存为新的一版。");
    }

    private void reset() {
        ConfirmDialog sure = new ConfirmDialog(
                "恢复为生成文本",
                "人工修改的文字将不再使用；历次版本仍然保留，可以随时取回。",
                "恢复",
                confirmed -> attempt(() -> office().bulletins().reset(year(), month(), version()), "已恢复为生成文本。"));
        sure.setCancelable(true);
        sure.setCancelText("取消");
        sure.open();
    }

    private void restore(int number) {
        attempt(() -> office().bulletins().restore(year(), month(), version(), number), "已取回第 " + number + " 版。");
    }

    private void attempt(Runnable action, String done) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
            return;
        }
        Notices.success(done);
        again();
    }

    private int version() {
        return text == null ? 0 : text.number();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editors.values().stream().noneMatch(ParagraphEditor::isChanged)) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        ConfirmDialog sure = new ConfirmDialog("有没保存的修改", "离开本页，没保存的文字就没有了。", "离开", confirmed -> leave.proceed());
        sure.setCancelable(true);
        sure.setCancelText("留在本页");
        sure.addCancelListener(cancelled -> leave.cancel());
        sure.open();
    }
}
