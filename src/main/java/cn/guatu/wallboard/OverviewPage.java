package cn.guatu.wallboard;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 总览: the board itself. */
@Component
class OverviewPage implements WallPage {

    @Override
    public String kind() {
        return "OVERVIEW";
    }

    @Override
    public String label() {
        return "总览";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public int usualDwell() {
        return 40;
    }

    @Override
    public @Nullable Object slice(PageFacts facts) {
        return null;
    }
}
