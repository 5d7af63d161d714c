package cn.guatu.wallboard.ui;

import cn.guatu.wallboard.Board;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;

/** The picture itself: hands one snapshot at a time to the custom element, which draws it and shows what moved. */
@Tag("guatu-wall")
@JsModule("./wall/guatu-wall.js")
class WallScreen extends Component {

    private final TrendChart trend = new TrendChart();

    WallScreen() {
        // the chart measures its parent, which must be a plain box
        Div place = new Div(trend);
        place.getElement().setAttribute("slot", "trend");
        getElement().appendChild(place.getElement());
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
