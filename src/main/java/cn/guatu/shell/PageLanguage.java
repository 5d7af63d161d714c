package cn.guatu.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Says that pages are in Chinese, so that a screen reader takes the voice for it. */
@Component
class PageLanguage implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(
                response -> response.getDocument().getElementsByTag("html").attr("lang", "zh-CN"));
    }
}
