package cn.guatu.platform.ui;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of this product as the reader's browser calls it. */
public final class Here {

    private Here() {}

    /** The whole address of a page, for a QR code; only the path when nobody asks over HTTP. */
    public static String address(String page, QueryParameters query) {
        String path = "/" + page + (query.getQueryString().isEmpty() ? "" : "?" + query.getQueryString());
        return VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                ? ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                                .toUriString()
                        + path
                : path;
    }
}
