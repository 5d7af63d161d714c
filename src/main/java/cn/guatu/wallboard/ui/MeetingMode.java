package cn.guatu.wallboard.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.security.CurrentUser;
import cn.guatu.wallboard.WallMeeting;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** 会议模式: steps through what is red with a clicker, shows what stands behind an item, and takes a decision down. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Tag("guatu-meeting")
@JsModule("./wall/guatu-meeting.js")
class MeetingMode extends Component {

    private final transient WallMeeting meeting;
    private final transient CurrentUser user;
    private transient List<WallMeeting.Item> items = List.of();
    private int year;

    MeetingMode(WallMeeting meeting, CurrentUser user) {
        this.meeting = meeting;
        this.user = user;
    }

    /** What opens over the wall is of its theme. */
    @Override
    protected void onAttach(AttachEvent attached) {
        room(attached.getUI(), true);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        room(detached.getUI(), false);
    }

    private static void room(UI ui, boolean dark) {
        ui.getPage()
                .executeJs(
                        "const { classList, dataset } = document.documentElement;"
                                + " classList.toggle('guatu-wall-room', $0); if ($0) dataset.guatuTheme = 'dark'; else delete dataset.guatuTheme",
                        dark);
    }

    /** Draws the agenda as of now; while the meeting runs it stays as it is. */
    void open(@Nullable Integer asked) {
        try {
            WallMeeting.Agenda agenda = meeting.agenda(asked, user.scope());
            items = agenda.items();
            year = agenda.year();
            getElement().setPropertyBean("agenda", agenda);
            getElement().setProperty("mayDecide", meeting.mayDecide());
        } catch (Refusal refusal) {
            getElement().setProperty("sentence", refusal.sentence());
        }
    }

    /** The presenter stands on an item and asks what is behind it. */
    @ClientCallable
    void evidence(int at) {
        if (at >= 0 && at < items.size()) {
            getElement().setPropertyBean("evidence", meeting.evidence(year, items.get(at), user.scope()));
        }
    }

    /** The meeting decides something about an item. */
    @ClientCallable
    void decide(int at) {
        if (at >= 0 && at < items.size() && meeting.mayDecide()) {
            new DecisionDialog(meeting, year, items.get(at), () -> getElement().executeJs("this.decided($0)", at))
                    .open();
        }
    }
}
