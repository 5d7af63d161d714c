package cn.guatu.project;

import cn.guatu.org.UnitId;
import java.math.BigDecimal;

/**
 * What a street has of a phase (街道占比).
 *
 * @param street the street
 * @param share a fraction: 1 is the whole phase, never 0
 * @param position its place in the list; the first street gets what rounding leaves (semantics §9)
 */
public record Share(UnitId street, BigDecimal share, int position) {}
