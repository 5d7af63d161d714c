package cn.guatu.platform.failure;

import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;

/** The one place where a failure on a screen becomes a sentence. A person keeps his page and what he had typed. */
class ScreenFailures implements ErrorHandler {

    private static final long serialVersionUID = 1L;

    @Override
    public void error(ErrorEvent event) {
        FailureReport report = FailureReport.of(event.getThrowable());
        if (UI.getCurrent() != null) {
            Notices.error(report.sentence());
        }
    }
}
