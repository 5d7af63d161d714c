package cn.guatu.rollup.ui;

import cn.guatu.rollup.By;
import cn.guatu.rollup.RollupRow;
import org.jspecify.annotations.Nullable;

/** Streets and departments alike. */
final class UnitRows {

    private UnitRows() {}

    static @Nullable String unitOf(RollupRow row, By by) {
        return by == By.STREET ? row.street() : row.department();
    }
}
