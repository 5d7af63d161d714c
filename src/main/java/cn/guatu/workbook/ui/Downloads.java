package cn.guatu.workbook.ui;

import cn.guatu.workbook.PlanFile;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Links that give a workbook, made when it is asked for and not when the link is shown. */
final class Downloads {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Downloads() {}

    static Anchor link(String word, Supplier<PlanFile> file) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    PlanFile plan = file.get();
                    event.getResponse().setHeader("Cache-Control", "no-store");
                    return new DownloadResponse(
                            new ByteArrayInputStream(plan.content()), plan.name(), XLSX, plan.content().length);
                }),
                word);
        link.getElement().setAttribute("download", true);
        return link;
    }
}
