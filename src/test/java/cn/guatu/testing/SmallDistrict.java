package cn.guatu.testing;

import static cn.guatu.jooq.Tables.MONTHLY_TOTAL;
import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static cn.guatu.jooq.Tables.PLAN_YEAR;
import static cn.guatu.jooq.Tables.PROJECT;
import static cn.guatu.jooq.Tables.TARGET;
import static cn.guatu.jooq.Tables.UNIT;
import static org.jooq.impl.DSL.max;

import cn.guatu.org.UnitId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ShareSet;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Just enough of a district to book on: units, targets and phases, written straight to the tables. */
public final class SmallDistrict {

    private final DSLContext dsl;

    /** A district in this database. */
    public SmallDistrict(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A plan year in force. */
    public void year(int year) {
        dsl.insertInto(PLAN_YEAR)
                .set(PLAN_YEAR.PLAN_YEAR_, (short) year)
                .set(PLAN_YEAR.STATE, "ACTIVE")
                .set(PLAN_YEAR.CREATED_AT, Instant.EPOCH)
                .execute();
    }

    /** A unit of a kind. */
    public UnitId unit(String name, String kind) {
        return new UnitId(insert(UNIT, UNIT.ID, Map.of(UNIT.NAME, name, UNIT.NAME_KEY, name, UNIT.KIND, kind)));
    }

    /** A target in 公顷. */
    public TargetId target(int year, String code, TargetKind kind, UnitId lead) {
        return new TargetId(insert(
                TARGET,
                TARGET.ID,
                Map.of(
                        TARGET.PLAN_YEAR,
                        (short) year,
                        TARGET.CODE,
                        code,
                        TARGET.CODE_KEY,
                        code,
                        TARGET.NAME,
                        code,
                        TARGET.UNIT,
                        "公顷",
                        TARGET.KIND,
                        kind.name(),
                        TARGET.DIRECTION,
                        "UP",
                        TARGET.PACE,
                        "MONTH_LINEAR",
                        TARGET.LEAD_UNIT_ID,
                        lead.value(),
                        TARGET.SORT_ORDER,
                        1)));
    }

    /** A project of one phase. */
    public PhaseId phase(int year, String code, UnitId lead) {
        long project = insert(PROJECT, PROJECT.ID, Map.of(PROJECT.CODE, code, PROJECT.CODE_KEY, code));
        Map<Field<?>, Object> values = new HashMap<>(Map.of(
                PHASE.PROJECT_ID,
                project,
                PHASE.PLAN_YEAR,
                (short) year,
                PHASE.NAME,
                "一期",
                PHASE.NAME_KEY,
                "一期",
                PHASE.PROJECT_NAME,
                code + "更新单元",
                PHASE.CATEGORY,
                "RENEWAL",
                PHASE.NATURE,
                "PLANNED",
                PHASE.LEAD_UNIT_ID,
                lead.value(),
                PHASE.OWNER_NAME,
                "张三",
                PHASE.SORT_ORDER,
                1));
        return new PhaseId(insert(PHASE, PHASE.ID, values));
    }

    /** A node due at the end of June 2026. */
    public NodeId node(PhaseId phase, String name) {
        return new NodeId(insert(
                NODE,
                NODE.ID,
                Map.of(
                        NODE.PHASE_ID,
                        phase.value(),
                        NODE.NAME,
                        name,
                        NODE.NAME_KEY,
                        name,
                        NODE.PLANNED,
                        LocalDate.of(2026, 6, 30),
                        NODE.SORT_ORDER,
                        1)));
    }

    /** A share in force since ever. */
    public void share(PhaseId phase, UnitId street, String share, int position) {
        share(phase, ShareSet.ALWAYS, street, share, position);
    }

    /** A share in force from a day. */
    public void share(PhaseId phase, LocalDate from, UnitId street, String share, int position) {
        dsl.insertInto(PHASE_SHARE)
                .set(PHASE_SHARE.PHASE_ID, phase.value())
                .set(PHASE_SHARE.EFFECTIVE_FROM, from)
                .set(PHASE_SHARE.STREET_ID, street.value())
                .set(PHASE_SHARE.POSITION, position)
                .set(PHASE_SHARE.SHARE, new BigDecimal(share))
                .execute();
    }

    /** Every total by target / street / department / month, with its digits as they are kept. */
    public Map<String, String> totals() {
        Map<String, String> totals = new TreeMap<>();
        dsl.selectFrom(MONTHLY_TOTAL)
                .forEach(row -> totals.put(
                        row.getTargetId() + "/" + row.getStreetId() + "/" + row.getDepartmentId() + "/"
                                + row.getMonth(),
                        row.getQuantity().toPlainString() + "|"
                                + row.getDenominator().toPlainString()));
        return totals;
    }

    private <R extends Record> long insert(Table<R> table, Field<Long> id, Map<? extends Field<?>, ?> values) {
        dsl.insertInto(table).set(values).execute();
        return dsl.select(max(id)).from(table).fetchSingle().value1();
    }
}
