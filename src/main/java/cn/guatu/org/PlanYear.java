package cn.guatu.org;

/**
 * A year that is planned and followed (年度, semantics §1).
 *
 * @param year the calendar year
 * @param state 编制, 执行 or 归档
 */
public record PlanYear(int year, PlanYearState state) {}
