package cn.guatu.rollup.api;

import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearState;

/** A plan year of {@code GET /years}. */
record YearAnswer(int year, PlanYearState state) {

    static YearAnswer of(PlanYear year) {
        return new YearAnswer(year.year(), year.state());
    }
}
