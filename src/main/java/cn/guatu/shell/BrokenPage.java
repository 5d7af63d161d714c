package cn.guatu.shell;

import cn.guatu.platform.failure.FailureReport;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page could not be made: the sentence of the rule that refused, or a number to ask about. */
@AnonymousAllowed
class BrokenPage extends ErrorPage implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        FailureReport report = FailureReport.of(parameter.getException());
        show("页面没有打开", report.sentence());
        return report.status();
    }
}
