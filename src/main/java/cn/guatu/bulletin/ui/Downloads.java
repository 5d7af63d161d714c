package cn.guatu.bulletin.ui;

import cn.guatu.bulletin.DocumentFile;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Links that give a document, made when it is asked for and not when the link is shown. */
final class Downloads {

    private Downloads() {}

    static Anchor link(String word, Supplier<DocumentFile> file) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    DocumentFile document = file.get();
                    event.getResponse().setHeader("Cache-Control", "no-store");
                    return new DownloadResponse(
                            new ByteArrayInputStream(document.content()),
                            document.name(),
                            document.type(),
                            document.content().length);
                }),
                word);
        link.getElement().setAttribute("download", true);
        link.addClassName("guatu-export");
        return link;
    }
}
