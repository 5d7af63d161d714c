package cn.guatu.battlechart;

import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.RECOGNITION;
import static cn.guatu.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import cn.guatu.project.PhaseId;
import cn.guatu.rollup.AsOf;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the ledger says of each phase, beside its bars. */
@Component
class BattleChartQueries {

    private final DSLContext sql;

    BattleChartQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Σ recognised by the cut-off, by phase and target that adds up over time (FLOW); nothing where nothing was recognised. */
    Map<PhaseId, Map<TargetId, BigDecimal>> recognised(int year, AsOf asOf) {
        Map<PhaseId, Map<TargetId, BigDecimal>> sums = new HashMap<>();
        sql.select(RECOGNITION.PHASE_ID, RECOGNITION.TARGET_ID, sum(RECOGNITION.QUANTITY))
                .from(RECOGNITION)
                .join(PHASE)
                .on(PHASE.ID.eq(RECOGNITION.PHASE_ID))
                .join(TARGET)
                .on(TARGET.ID.eq(RECOGNITION.TARGET_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(TARGET.KIND.eq(TargetKind.FLOW.name()))
                .and(RECOGNITION.OCCURRED_ON.le(asOf.date()))
                .and(asOf.knownAt() == null ? noCondition() : RECOGNITION.RECORDED_AT.le(asOf.knownAt()))
                .groupBy(RECOGNITION.PHASE_ID, RECOGNITION.TARGET_ID)
                .orderBy(RECOGNITION.PHASE_ID, RECOGNITION.TARGET_ID)
                .forEach(row -> sums.computeIfAbsent(new PhaseId(row.value1()), phase -> new LinkedHashMap<>())
                        .put(new TargetId(row.value2()), row.value3()));
        return sums;
    }
}
