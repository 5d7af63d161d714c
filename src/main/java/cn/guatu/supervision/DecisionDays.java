package cn.guatu.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of a decision's way; the workbook does not say them.
 *
 * @param handedOn 交办; null: not yet, or before the register was kept here
 * @param signedOn 签收; null: not yet, or before the register was kept here
 * @param doneOn reported done (待核); kept when that is confirmed, null otherwise
 * @param closedOn confirmed (销号); null: it is not
 */
public record DecisionDays(
        @Nullable LocalDate handedOn,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate closedOn) {}
