package cn.guatu.battlechart.ui;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.battlechart.paint.ChartPrinter;
import cn.guatu.battlechart.paint.Paper;
import cn.guatu.platform.time.BusinessClock;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Function;
import java.util.function.Supplier;

/** The chart on paper and as a picture: made when it is asked for, of what the page shows. */
final class PrintMenu {

    private static final int PNG_WIDTH = 4_000;

    private final transient Supplier<BattleChart> chart;
    private final String address;

    /**
     * @param chart what is shown, read anew for each document
     * @param address of the live view
     */
    PrintMenu(Supplier<BattleChart> chart, String address) {
        this.chart = chart;
        this.address = address;
    }

    MenuBar bar() {
        MenuBar bar = new MenuBar();
        SubMenu menu = bar.addItem("打印").getSubMenu();
        for (Paper paper : Paper.values()) {
            menu.addItem(link(paper + "(PDF)", paper + ".pdf", "application/pdf", paper, ChartPrinter::pdf));
        }
        menu.addItem(link("A0 拼 A3(PDF)", "A0-A3.pdf", "application/pdf", Paper.A0, ChartPrinter::tiles));
        menu.addItem(link("图片(SVG)", "A1.svg", "image/svg+xml", Paper.A1, printer -> printer.svg(0)));
        menu.addItem(link("图片(PNG)", "A1.png", "image/png", Paper.A1, printer -> printer.png(0, PNG_WIDTH)));
        return bar;
    }

    private Anchor link(String word, String ending, String type, Paper paper, Function<ChartPrinter, byte[]> made) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            BattleChart shown = chart.get();
            byte[] bytes = made.apply(new ChartPrinter(shown, paper, address, BusinessClock.ZONE));
            event.getResponse().setHeader("Cache-Control", "no-store");
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    shown.title() + "-" + shown.cutOff() + "-" + ending,
                    type,
                    bytes.length);
        });
        return new Anchor(handler, word);
    }
}
