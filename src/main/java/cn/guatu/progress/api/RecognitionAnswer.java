package cn.guatu.progress.api;

import static cn.guatu.platform.api.ApiNumbers.amount;

import cn.guatu.progress.Recognition;
import cn.guatu.progress.RecognitionId;
import cn.guatu.project.Phase;
import cn.guatu.target.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A posted row; {@code unit} is that of the target and of the quantity. */
record RecognitionAnswer(
        long id,
        int year,
        String project,
        String phase,
        String target,
        @Nullable String node,
        @Nullable String batch,
        LocalDate occurredOn,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal denominator,
        String unit,
        String evidence,
        @Nullable String reason,
        @Nullable Long reverses,
        String recordedBy,
        Instant recordedAt) {

    static RecognitionAnswer of(Recognition row, Phase phase, Target target, @Nullable String node) {
        RecognitionId reverses = row.reverses();
        return new RecognitionAnswer(
                row.id().value(),
                target.year(),
                phase.projectCode(),
                phase.name(),
                target.code(),
                node,
                row.batch(),
                row.occurredOn(),
                amount(row.quantity()),
                amount(row.denominator()),
                target.unit(),
                row.evidence(),
                row.reason(),
                reverses == null ? null : reverses.value(),
                row.recordedBy(),
                row.recordedAt());
    }
}
