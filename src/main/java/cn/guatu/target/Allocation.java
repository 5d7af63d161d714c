package cn.guatu.target;

import cn.guatu.org.UnitId;
import java.math.BigDecimal;

/**
 * 目标分解: the part of a target that a street or department answers for.
 *
 * @param target what is split
 * @param unit the street, department or task force
 * @param value 目标值 in the unit of the target
 * @param approx whether it was written with 约
 */
public record Allocation(TargetId target, UnitId unit, BigDecimal value, boolean approx) {}
