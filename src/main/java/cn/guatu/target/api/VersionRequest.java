package cn.guatu.target.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /years/{y}/targets/{code}/versions}.
 *
 * @param value in the unit of the target; absent only when the status is PROVISIONAL
 * @param effectiveFrom 1 January of the plan year when absent
 * @param reason required when the value is lower than the one in force
 */
record VersionRequest(
        @Nullable BigDecimal value,
        @Nullable String status,
        @Nullable String docNo,
        @Schema(type = "string", format = "date") @Nullable String effectiveFrom,
        @Nullable String reason) {}
