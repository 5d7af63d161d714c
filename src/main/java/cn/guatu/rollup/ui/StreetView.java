package cn.guatu.rollup.ui;

import cn.guatu.rollup.By;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** One 街道 with its targets and late nodes. */
@Route("streets/:name")
@PageTitle("街道")
@PermitAll
class StreetView extends UnitPage {

    StreetView(Desk desk) {
        super(By.STREET, desk);
    }
}
