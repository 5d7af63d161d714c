package cn.guatu.workbook.sheet;

import static cn.guatu.workbook.sheet.Column.*;

import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.supervision.DecisionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of 节点, 计入, 会议议定 and 堵点 from their cells; null when a cell of the row is in error. */
final class WorkRows {

    private static final Set<String> WORKING_DAYS = Set.of("工作日", "个工作日");

    private WorkRows() {}

    /** A node whose predecessors are not yet told apart: see {@link Predecessors}. */
    static @Nullable NodeRow node(RowCells c) {
        String project = c.code(PROJECT_CODE);
        String phase = c.phase();
        String name = c.text(NODE_NAME, RowCells.NAME);
        LocalDate planned = c.date(PLANNED);
        LocalDate forecast = c.date(FORECAST);
        LocalDate actual = c.date(ACTUAL);
        String owner = c.text(OWNER, RowCells.CODE);
        BigDecimal weight = c.weight(WEIGHT);
        c.text(PREDECESSORS);
        Integer duration = c.whole(DURATION, 0, WORKING_DAYS);
        String target = c.code(COUNTS_FOR);
        Amount quantity = inUnit(c, COUNTED_QUANTITY, c.positiveAmount(COUNTED_QUANTITY), c.unit(COUNTED_UNIT));
        String basis = c.text(BASIS);
        if (quantity != null && target == null && c.isEmpty(COUNTS_FOR)) {
            c.warning(COUNTED_QUANTITY, c.shown(COUNTED_QUANTITY), "未填计入指标,该数量不计入任何指标", null);
        }
        if (c.broken() || project == null || name == null || planned == null) {
            return null;
        }
        return new NodeRow(
                c.at(),
                project,
                phase,
                name,
                Fold.name(name),
                planned,
                forecast,
                actual,
                owner,
                weight,
                List.of(),
                duration,
                target,
                quantity,
                basis);
    }

    static @Nullable RecognitionRow recognition(RowCells c) {
        String project = c.code(PROJECT_CODE);
        String phase = c.phase();
        String target = c.code(TARGET_CODE);
        LocalDate date = c.date(DATE);
        Amount denominator = c.amount(DENOMINATOR);
        MeasureUnit unit = c.unit(UNIT);
        if (denominator != null && MeasureUnit.PERCENT.equals(unit)) {
            // 单位 then repeats the unit of the target; numerator and denominator are counted in things
            unit = null;
        }
        Amount quantity = inUnit(c, QUANTITY, c.amount(QUANTITY), unit);
        denominator = inUnit(c, DENOMINATOR, denominator, unit);
        String node = c.text(NODE_NAME, RowCells.NAME);
        String batch = c.text(BATCH, RowCells.CODE);
        String evidence = c.text(BASIS);
        String remark = c.text(REMARK);
        sign(c, quantity, remark);
        if (denominator != null && denominator.number().signum() == 0) {
            c.error(DENOMINATOR, c.shown(DENOMINATOR), "不为 0 的分母", null);
        }
        if (quantity != null && denominator != null) {
            MeasureUnit of = quantity.unit();
            MeasureUnit under = denominator.unit();
            if (of != null && under != null && !of.isCompatibleWith(under)) {
                c.error(DENOMINATOR, c.shown(DENOMINATOR), "与数量相同的单位“" + of.name() + "”", null);
            }
        }
        if (date != null && date.getYear() != c.year()) {
            c.warning(DATE, date.toString(), c.year() + " 年内的日期", null);
        }
        if (c.broken() || project == null || target == null || date == null || quantity == null || evidence == null) {
            return null;
        }
        return new RecognitionRow(
                c.at(), project, phase, target, date, quantity, denominator, node, batch, evidence, remark);
    }

    static @Nullable DecisionRow decision(RowCells c) {
        LocalDate date = c.date(MEETING_DATE);
        String matter = c.text(MATTER);
        String lead = c.text(LEAD, RowCells.CODE);
        List<String> assisting = c.list(ASSISTING);
        LocalDate due = c.date(DUE);
        DecisionStatus status = c.word(STATUS, DecisionStatus.values(), DecisionStatus::label);
        String progress = c.text(PROGRESS);
        if (c.broken() || date == null || matter == null || lead == null || due == null) {
            return null;
        }
        DecisionStatus state = status == null ? DecisionStatus.NOT_ASSIGNED : status;
        return new DecisionRow(c.at(), date, matter, lead, assisting, due, state, progress);
    }

    static @Nullable BlockerRow blocker(RowCells c) {
        String project = c.code(PROJECT_CODE);
        String phase = c.phase();
        String problem = c.text(PROBLEM);
        BlockerCause cause = c.word(CAUSE, BlockerCause.values(), BlockerCause::label);
        String responsible = c.text(RESPONSIBLE_UNIT, RowCells.NAME);
        LocalDate raised = c.date(RAISED_ON);
        LocalDate due = c.date(REQUIRED_BY);
        String target = c.code(TARGET_INVOLVED);
        Amount quantity = c.positiveAmount(QUANTITY_INVOLVED);
        BlockerStatus status = c.word(STATUS, BlockerStatus.values(), BlockerStatus::label);
        if (c.broken() || project == null || problem == null || responsible == null || raised == null) {
            return null;
        }
        return new BlockerRow(
                c.at(),
                project,
                phase,
                problem,
                cause,
                responsible,
                raised,
                due,
                target,
                quantity,
                status == null ? BlockerStatus.OPEN : status);
    }

    /** A unit in the cell wins over the unit column when the two are compatible; otherwise it is an error (rulings). */
    private static @Nullable Amount inUnit(
            RowCells c, Column column, @Nullable Amount amount, @Nullable MeasureUnit unit) {
        if (amount == null) {
            return null;
        }
        if (unit != null && !amount.fits(unit)) {
            c.error(column, c.shown(column), "与单位列“" + unit.name() + "”可换算的单位", null);
            return null;
        }
        return amount.orIn(unit);
    }

    private static void sign(RowCells c, @Nullable Amount quantity, @Nullable String remark) {
        if (quantity == null) {
            return;
        }
        if (quantity.number().signum() == 0) {
            c.error(QUANTITY, c.shown(QUANTITY), "不为 0 的数量", null);
        } else if (quantity.number().signum() < 0 && remark == null && c.isEmpty(REMARK)) {
            Column where = c.at().has(REMARK) ? REMARK : QUANTITY;
            c.error(where, where == REMARK ? "空" : c.shown(QUANTITY), "数量为负时,备注必填原因", null);
        }
    }
}
