package cn.guatu.workbook.sheet;

import java.math.BigDecimal;

/**
 * The part of a phase that lies in a street.
 *
 * @param street as written
 * @param fraction above 0 and at most 1; the shares of a phase sum to exactly 1
 */
public record StreetShare(String street, BigDecimal fraction) {}
