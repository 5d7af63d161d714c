package cn.guatu.wallboard;

import org.springframework.stereotype.Component;

/** 街道: each street with its targets, worst first. */
@Component
class StreetsPage implements WallPage {

    @Override
    public String kind() {
        return "STREETS";
    }

    @Override
    public String label() {
        return "街道";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public int usualDwell() {
        return 25;
    }

    @Override
    public Object slice(PageFacts facts) {
        return UnitCards.of(
                facts,
                facts.figures().streets(),
                facts.figures().byStreet(),
                row -> String.valueOf(row.street()),
                (unit, node) -> node.streets().contains(unit));
    }
}
