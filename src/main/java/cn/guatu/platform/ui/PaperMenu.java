package cn.guatu.platform.ui;

import cn.guatu.platform.document.Paper;
import cn.guatu.platform.document.PaperPrinter;
import cn.guatu.platform.document.PaperSheet;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.function.Function;

/** What a page shows on paper from A3 to A0 and as a picture: made when it is asked for. */
public final class PaperMenu extends MenuBar {

    private static final long serialVersionUID = 1L;
    private static final int PNG_WIDTH = 4_000;

    private final transient Function<Paper, PaperSheet> sheets;
    private final LocalDate cutOff;
    private final SubMenu menu;

    /**
     * @param sheets lays out what is shown, read anew for each document
     * @param cutOff 数据截至, in the names of the files
     */
    public PaperMenu(Function<Paper, PaperSheet> sheets, LocalDate cutOff) {
        this.sheets = sheets;
        this.cutOff = cutOff;
        setI18n(ChineseTexts.menuBar());
        menu = addItem("打印").getSubMenu();
        for (Paper paper : Paper.values()) {
            add(paper + "(PDF)", paper + ".pdf", "application/pdf", paper, PaperPrinter::pdf);
        }
        add("A0 拼 A3(PDF)", "A0-A3.pdf", "application/pdf", Paper.A0, PaperPrinter::tiles);
        add("图片(SVG)", "A1.svg", "image/svg+xml", Paper.A1, printer -> printer.svg(0));
        add("图片(PNG)", "A1.png", "image/png", Paper.A1, printer -> printer.png(0, PNG_WIDTH));
    }

    /** The page as the browser prints it, for A4. */
    public PaperMenu withBrowserPrint() {
        menu.addItem(
                "A4(浏览器打印)",
                click -> click.getSource().getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        return this;
    }

    private void add(String word, String ending, String type, Paper paper, Function<PaperPrinter, byte[]> made) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            PaperSheet sheet = sheets.apply(paper);
            byte[] bytes = made.apply(new PaperPrinter(sheet));
            event.getResponse().setHeader("Cache-Control", "no-store");
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), sheet.title() + "-" + cutOff + "-" + ending, type, bytes.length);
        });
        menu.addItem(new Anchor(handler, word));
    }
}
