package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.LightBadge;
import cn.guatu.platform.ui.LightShape;
import cn.guatu.rollup.Light;

/** How the lights of the roll-up look on every screen; the only mapping there is. */
public final class LightBadges {

    private LightBadges() {}

    /** The shape, and with it the colour, of a light. */
    public static LightShape shape(Light light) {
        return switch (light) {
            case GREEN -> LightShape.CHECK_CIRCLE;
            case YELLOW -> LightShape.TRIANGLE;
            case ORANGE -> LightShape.DIAMOND;
            case RED -> LightShape.OCTAGON;
            case GREY -> LightShape.DASHED_RING;
            case NOT_DUE -> LightShape.RING;
            case DONE -> LightShape.BLUE_CHECK;
            case DUE_SOON -> LightShape.CLOCK;
        };
    }

    /** A light with its word and the sentence that explains it. */
    public static LightBadge of(Light light, String reason) {
        return new LightBadge(shape(light), light.label()).explainedBy(reason);
    }
}
