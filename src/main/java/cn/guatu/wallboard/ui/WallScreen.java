package cn.guatu.wallboard.ui;

import cn.guatu.wallboard.Board;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The picture itself: hands one snapshot at a time to the custom element, which draws it and shows what moved. */
@Tag("guatu-wall")
@JsModule("./wall/guatu-wall.js")
class WallScreen extends Component {

    private final TrendChart trend = new TrendChart();

    WallScreen() {
        trend.getElement().setAttribute("slot", "trend");
        getElement().appendChild(trend.getElement());
    }

    /** Draws the picture; the element animates what differs from the last one. */
    void show(Board board) {
        getElement().setPropertyBean("board", board);
        getElement().setProperty("failing", false);
        trend.show(board);
    }

    /** Keeps the last picture, greyed, with its time: the figures cannot be read just now. */
    void showFailing() {
        getElement().setProperty("failing", true);
    }

    /** Says what to do when there is nothing to draw. */
    void showNotice(String sentence) {
        getElement().setProperty("notice", sentence);
    }
}
