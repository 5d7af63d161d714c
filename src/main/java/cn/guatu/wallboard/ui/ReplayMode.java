package cn.guatu.wallboard.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.CurrentUser;
import cn.guatu.wallboard.WallDocument;
import cn.guatu.wallboard.WallReplay;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** 回放: a slider over the year; each day as it was known then, as is known now, or as it was published. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Tag("guatu-replay")
@JsModule("./wall/guatu-replay.js")
class ReplayMode extends Component {

    private final transient WallReplay replay;
    private final transient BusinessClock clock;
    private final transient CurrentUser user;
    private int year;

    ReplayMode(WallReplay replay, BusinessClock clock, CurrentUser user) {
        this.replay = replay;
        this.clock = clock;
        this.user = user;
    }

    /** Begins on the last day of the year that has figures. */
    void open(@Nullable Integer asked) {
        try {
            WallReplay.Span span = replay.span(asked);
            year = span.year();
            getElement().setProperty("first", span.first().toString());
            getElement().setProperty("last", span.last().toString());
            getElement().setPropertyList("editions", span.editions());
            show(span.last().toString(), true);
        } catch (Refusal refusal) {
            getElement().setProperty("sentence", refusal.sentence());
        }
    }

    /** The slider stands on a day. */
    @ClientCallable
    void show(String day, boolean asKnownThen) {
        play(day + " " + asKnownThen, () -> replay.day(year, LocalDate.parse(day), asKnownThen, user.scope()));
    }

    /** The slider stands on a publication. */
    @ClientCallable
    void publication(String edition) {
        play(edition, () -> replay.edition(year, Long.parseLong(edition), user.scope()));
    }

    private void play(String key, Supplier<WallDocument> document) {
        try {
            getElement()
                    .executeJs(
                            "this.shows($0, JSON.parse($1))",
                            key,
                            document.get().envelope(clock.now()));
        } catch (Refusal refusal) {
            getElement().setProperty("sentence", refusal.sentence());
        }
    }
}
