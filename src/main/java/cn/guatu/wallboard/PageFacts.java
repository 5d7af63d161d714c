package cn.guatu.wallboard;

import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.YearFigures;
import cn.guatu.security.AccessScope;

/**
 * What pages of the wall are made from: one reading, shared.
 *
 * @param year the plan year
 * @param asOf the cut-off, and what was known
 * @param access whose figures
 * @param figures of the year, as of then
 * @param board the first page
 */
public record PageFacts(int year, AsOf asOf, AccessScope access, YearFigures figures, Board board) {}
