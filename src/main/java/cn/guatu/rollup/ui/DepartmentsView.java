package cn.guatu.rollup.ui;

import cn.guatu.rollup.By;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** 科室, ranked. */
@Route("departments")
@PageTitle("科室")
@PermitAll
@Menu(title = "科室", order = 14, icon = "vaadin:building")
class DepartmentsView extends UnitsPage {

    DepartmentsView(Desk desk) {
        super("科室", By.DEPARTMENT, desk);
    }
}
