package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.PageState;
import cn.guatu.rollup.AsOf;
import cn.guatu.security.AccessScope;
import java.time.LocalDate;

/**
 * What a page is to show: the address, and what follows from it.
 *
 * @param state the address
 * @param year the plan year
 * @param day 数据截至
 * @param scope what the person may see
 */
record Showing(PageState state, int year, LocalDate day, AccessScope scope) {

    AsOf asOf() {
        return new AsOf(day, state.instant(PageState.KNOWN_AT).orElse(null));
    }
}
