package cn.guatu.progress.api;

import cn.guatu.platform.failure.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /recognitions}. Every field may be absent until it is checked.
 *
 * @param year only needed when project, phase and target exist in several years and the date does not tell which
 * @param phase 一期 when absent
 * @param quantity in the unit of the target
 * @param reverses the id of the row that is taken back
 */
record RecognitionRequest(
        @Nullable Integer year,
        @Nullable String project,
        @Nullable String phase,
        @Nullable String target,
        @Nullable String node,
        @Nullable String batch,
        @Schema(type = "string", format = "date") @Nullable String occurredOn,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal denominator,
        @Nullable String evidence,
        @Nullable String reason,
        @Nullable Long reverses) {

    /** Refuses a body in which a required field is missing, naming all of them. */
    void requireFields() {
        Map<String, @Nullable Object> required = new LinkedHashMap<>();
        required.put("project", blankToNull(project));
        required.put("target", blankToNull(target));
        required.put("occurredOn", blankToNull(occurredOn));
        required.put("quantity", quantity);
        required.put("evidence", blankToNull(evidence));
        String missing = String.join(
                "、",
                required.entrySet().stream()
                        .filter(each -> each.getValue() == null)
                        .map(Map.Entry::getKey)
                        .toList());
        if (!missing.isEmpty()) {
            throw Refusal.invalid("缺少必填字段：" + missing + "。");
        }
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
