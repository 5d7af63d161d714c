package cn.guatu.districtmap.ui;

import cn.guatu.districtmap.MapPicture;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/** The map on the screen. The picture is sent to the page and not kept here. */
@Tag("guatu-map")
@JsModule("./map/guatu-map.js")
class DistrictMap extends Component implements HasSize, HasStyle {

    private static final long serialVersionUID = 1L;

    DistrictMap(MapPicture picture, boolean byLight) {
        getElement().executeJs("this.data = $0", MapJson.of(picture, byLight));
    }

    Registration onOpen(ComponentEventListener<Opened> listener) {
        return addListener(Opened.class, listener);
    }

    /** A street or a project was chosen. */
    @DomEvent("map-open")
    public static class Opened extends ComponentEvent<DistrictMap> {

        private static final long serialVersionUID = 1L;

        private final String kind;
        private final String id;

        /** As the page tells it. */
        public Opened(
                DistrictMap source,
                boolean fromClient,
                @EventData("event.detail.kind") String kind,
                @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.kind = kind;
            this.id = id;
        }

        boolean isStreet() {
            return kind.equals("street");
        }

        /** Name of the street or code of the project. */
        String id() {
            return id;
        }
    }
}
