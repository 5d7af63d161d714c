package cn.guatu.progress.api;

import cn.guatu.platform.failure.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /reports}. Every field may be absent until it is checked.
 *
 * @param phase 一期 when absent
 * @param node null: the phase as a whole
 * @param week the ISO week, {@code 2026-W24}
 * @param cumulative 截至目前累计 of the phase, in the unit of the node's target
 * @param denominator the cumulative denominator, of a ratio only
 * @param completedOn 实际完成
 * @param evidence 文号 or 证号; needed for {@code completedOn}
 * @param reason needed when the cumulative value is lower than before
 * @param forecast 预计完成
 * @param version the version of the report that was read before; when it was changed since, the answer is 409
 */
record ReportRequest(
        @Nullable String project,
        @Nullable String phase,
        @Nullable String node,
        @Nullable String week,
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal denominator,
        @Schema(type = "string", format = "date") @Nullable String completedOn,
        @Nullable String evidence,
        @Nullable String reason,
        @Nullable String progress,
        @Nullable String nextSteps,
        @Nullable String difficulty,
        @Schema(type = "string", format = "date") @Nullable String forecast,
        @Nullable Boolean noChange,
        @Nullable Integer version) {

    /** Refuses a body in which a required field is missing, naming all of them. */
    void requireFields() {
        List<String> missing = new ArrayList<>();
        if (blank(project)) {
            missing.add("project");
        }
        if (blank(week)) {
            missing.add("week");
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid("缺少必填字段：" + String.join("、", missing) + "。");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
