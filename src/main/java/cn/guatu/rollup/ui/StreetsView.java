package cn.guatu.rollup.ui;

import cn.guatu.rollup.By;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** 街道, ranked. */
@Route("streets")
@PageTitle("街道")
@PermitAll
@Menu(title = "街道", order = 13, icon = "vaadin:road")
class StreetsView extends UnitsPage {

    StreetsView(Desk desk) {
        super("街道", By.STREET, desk);
    }
}
