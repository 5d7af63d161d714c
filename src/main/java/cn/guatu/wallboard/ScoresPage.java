package cn.guatu.wallboard;

import java.util.List;
import org.springframework.stereotype.Component;

/** 月度评分: the scorecards of the last month that has a result. */
@Component
class ScoresPage implements WallPage {

    @Override
    public String kind() {
        return "SCORES";
    }

    @Override
    public String label() {
        return "月度评分";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public int usualDwell() {
        return 25;
    }

    /** Scorecards of a month; empty until a month has a result. */
    record Scores(List<String> units) {}

    @Override
    public Object slice(PageFacts facts) {
        return new Scores(List.of());
    }
}
