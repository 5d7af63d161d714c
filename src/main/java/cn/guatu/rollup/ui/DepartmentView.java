package cn.guatu.rollup.ui;

import cn.guatu.rollup.By;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** One 科室 with its targets and late nodes. */
@Route("departments/:name")
@PageTitle("科室")
@PermitAll
class DepartmentView extends UnitPage {

    DepartmentView(Desk desk) {
        super(By.DEPARTMENT, desk);
    }
}
