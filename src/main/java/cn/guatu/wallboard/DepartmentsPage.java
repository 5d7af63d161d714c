package cn.guatu.wallboard;

import org.springframework.stereotype.Component;

/** 科室: each leading department with its targets, worst first. */
@Component
class DepartmentsPage implements WallPage {

    @Override
    public String kind() {
        return "DEPARTMENTS";
    }

    @Override
    public String label() {
        return "科室";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public int usualDwell() {
        return 25;
    }

    @Override
    public Object slice(PageFacts facts) {
        return UnitCards.of(
                facts,
                facts.figures().departments(),
                facts.figures().byDepartment(),
                row -> String.valueOf(row.department()),
                (unit, node) -> node.leadDepartment().equals(unit));
    }
}
