package cn.guatu.platform.chart;

import java.math.BigDecimal;

/**
 * A bar from one value to another.
 *
 * @param from where it begins
 * @param to where it ends; may be less
 * @param colour a CSS colour
 */
public record Range(BigDecimal from, BigDecimal to, String colour) {}
