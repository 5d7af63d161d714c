package cn.guatu.platform.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;

/**
 * Short messages at the edge of the screen: what went well goes by itself, what did not waits to be read, or until the person has gone on
 * and something else is said.
 */
public final class Notices {

    /** What a page says that did not work, and in which round trip it was said. */
    private record Said(Notification notice, int round) {}

    private static final int LONG_ENOUGH_TO_READ = 4000;

    private Notices() {}

    /**
     * Says that it worked.
     *
     * @param sentence what was done
     */
    public static void success(String sentence) {
        closeEarlier();
        Notification notice = Notification.show(sentence, LONG_ENOUGH_TO_READ, Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.SUCCESS);
    }

    /**
     * Says that it did not work, until it is closed or something later is said.
     *
     * @param sentence what happened, why and what to do
     */
    public static void error(String sentence) {
        closeEarlier();
        Notification notice = new Notification();
        Button close = new Button("知道了", click -> notice.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        HorizontalLayout content = new HorizontalLayout(new Span(sentence), close);
        content.setAlignItems(Alignment.CENTER);
        notice.add(content);
        notice.setDuration(0);
        notice.setAssertive(true);
        notice.setPosition(Position.TOP_CENTER);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.open();
        UI ui = UI.getCurrent();
        if (ui != null) {
            ComponentUtil.setData(
                    ui, Said.class, new Said(notice, ui.getInternals().getServerSyncId()));
        }
    }

    /** Notices of one answer stand together; those of earlier ones have been seen and would only pile up over the page. */
    private static void closeEarlier() {
        UI ui = UI.getCurrent();
        Said said = ui == null ? null : ComponentUtil.getData(ui, Said.class);
        if (said != null && said.round() != ui.getInternals().getServerSyncId()) {
            said.notice().close();
        }
    }
}
