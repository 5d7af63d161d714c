package cn.guatu.platform.chart;

import cn.guatu.platform.ui.LightShape;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone on a row of a {@link Timeline}, drawn as its light.
 *
 * @param id what the events call it; unique on the sheet
 * @param label its name
 * @param at the day it stands on
 * @param baseline where it stood at first; null or the same day draws nothing
 * @param shape of its light
 * @param word of its light
 * @param critical underlined as part of the critical path
 * @param movable whether it can be dragged to another day
 * @param note a few words behind the name, such as 3.2 公顷; null for none
 * @param title a sentence for the tool tip and the table; null for none
 */
public record TimelineNode(
        String id,
        String label,
        LocalDate at,
        @Nullable LocalDate baseline,
        LightShape shape,
        String word,
        boolean critical,
        boolean movable,
        @Nullable String note,
        @Nullable String title) {}
