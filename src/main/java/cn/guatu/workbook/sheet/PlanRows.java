package cn.guatu.workbook.sheet;

import static cn.guatu.workbook.sheet.Column.*;

import cn.guatu.org.Position;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.project.Category;
import cn.guatu.project.PlanNature;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of 组织, 人员, 指标, 目标分解 and 项目 from their cells; null when a cell of the row is in error. */
final class PlanRows {

    private static final VersionStatus[] STATUSES = {VersionStatus.PROVISIONAL, VersionStatus.CONFIRMED};

    private PlanRows() {}

    static @Nullable UnitRow unit(RowCells c) {
        String name = c.text(NAME, RowCells.CODE);
        UnitKind kind = c.word(KIND, UnitKind.values(), UnitKind::label);
        String parent = c.text(PARENT_UNIT, RowCells.CODE);
        Integer sort = c.whole(SORT, -1_000_000, Set.of());
        if (c.broken() || name == null || kind == null) {
            return null;
        }
        return new UnitRow(c.at(), name, Fold.name(name), kind, parent, sort);
    }

    static @Nullable PersonRow person(RowCells c) {
        String name = c.text(PERSON, RowCells.CODE);
        String account = c.code(ACCOUNT);
        String unit = c.text(BELONGS_TO, RowCells.CODE);
        Position position = c.word(POSITION, Position.values(), Position::label);
        String phone = c.text(PHONE, 32);
        String email = c.text(EMAIL, 128);
        if (c.broken() || name == null || unit == null) {
            return null;
        }
        return new PersonRow(c.at(), name, Fold.name(name), account, unit, position, phone, email);
    }

    static @Nullable TargetRow target(RowCells c) {
        String code = c.code(CODE);
        String name = c.text(NAME, RowCells.NAME);
        MeasureUnit unit = c.unit(UNIT);
        Amount written = c.positiveAmount(VALUE_OF_YEAR);
        BigDecimal value = c.in(VALUE_OF_YEAR, written, unit);
        VersionStatus status = c.word(TARGET_STATUS, STATUSES, VersionStatus::label);
        String docNo = c.text(DOC_NO, RowCells.NAME);
        var effectiveFrom = c.date(EFFECTIVE_FROM);
        String parent = c.code(PARENT_TARGET);
        OfWhich ofWhich = c.word(OF_WHICH, OfWhich.values(), OfWhich::label);
        TargetKind kind = c.word(KIND, TargetKind.values(), TargetKind::label);
        Direction direction = c.word(DIRECTION, Direction.values(), Direction::label);
        BigDecimal base = c.in(BASE, c.amount(BASE), unit);
        Pace pace = c.word(PACE, Pace.values(), Pace::label);
        String lead = c.text(LEAD_DEPARTMENT, RowCells.CODE);
        String leader = c.text(LEADER, RowCells.CODE);
        String source = c.text(SOURCE, RowCells.NAME);
        String definition = c.text(DEFINITION);
        BigDecimal weight = c.weight(WEIGHT);
        List<@Nullable BigDecimal> months = months(c, unit);
        family(c, parent, ofWhich);
        TargetKind ofKind = kind == null ? TargetKind.FLOW : kind;
        Direction toward = direction == null ? Direction.UP : direction;
        Pace by = pace == null ? Pace.MONTH_LINEAR : pace;
        direction(c, ofKind, toward, base);
        curve(c, months, toward, by);
        if (c.broken() || code == null || name == null || unit == null || lead == null) {
            return null;
        }
        VersionStatus firm =
                status != null ? status : value != null ? VersionStatus.CONFIRMED : VersionStatus.PROVISIONAL;
        return new TargetRow(
                c.at(),
                code,
                Fold.codeKey(code),
                name,
                unit,
                value,
                written != null && written.approx(),
                firm,
                docNo,
                effectiveFrom,
                parent,
                ofWhich,
                ofKind,
                toward,
                base,
                by,
                lead,
                leader,
                source,
                definition,
                weight,
                months);
    }

    static @Nullable AllocationRow allocation(RowCells c) {
        String code = c.code(TARGET_CODE);
        String unit = c.text(STREET_OR_DEPARTMENT, RowCells.CODE);
        Amount value = c.positiveAmount(ALLOCATED);
        if (c.broken() || code == null || unit == null || value == null) {
            return null;
        }
        return new AllocationRow(c.at(), code, unit, value);
    }

    static @Nullable PhaseRow phase(RowCells c) {
        String code = c.code(CODE);
        String name = c.text(NAME, RowCells.NAME);
        String phase = c.phase();
        Category category = c.word(CATEGORY, Category.values(), Category::label);
        PlanNature nature = c.word(NATURE, PlanNature.values(), PlanNature::label);
        String lead = c.text(LEAD_DEPARTMENT, RowCells.CODE);
        String leader = c.text(LEADER, RowCells.CODE);
        String owner = c.text(OWNER, RowCells.CODE);
        List<String> assisting = c.list(ASSISTING_UNITS);
        List<StreetShare> shares = shares(c);
        String implementer = c.text(IMPLEMENTER, RowCells.NAME);
        String remark = c.text(REMARK);
        if (c.broken() || code == null || name == null || lead == null || owner == null) {
            return null;
        }
        return new PhaseRow(
                c.at(),
                code,
                Fold.codeKey(code),
                name,
                phase,
                category == null ? Category.OTHER : category,
                nature == null ? PlanNature.PLANNED : nature,
                lead,
                leader,
                owner,
                assisting,
                shares,
                implementer,
                remark);
    }

    private static List<StreetShare> shares(RowCells c) {
        String text = c.text(STREET_SHARES);
        if (text == null) {
            return List.of();
        }
        return switch (Shares.of(text)) {
            case Parsed.Good<List<StreetShare>> it -> it.value();
            case Parsed.Bad<List<StreetShare>> it -> {
                c.error(STREET_SHARES, c.shown(STREET_SHARES), it.expected(), it.suggestion());
                yield List.of();
            }
        };
    }

    private static List<@Nullable BigDecimal> months(RowCells c, @Nullable MeasureUnit unit) {
        List<@Nullable BigDecimal> months = new ArrayList<>();
        for (Column each : MONTHS) {
            months.add(c.in(each, c.positiveAmount(each), unit));
        }
        return Collections.unmodifiableList(months);
    }

    private static void family(RowCells c, @Nullable String parent, @Nullable OfWhich ofWhich) {
        if (parent != null && ofWhich == null && c.isEmpty(OF_WHICH)) {
            Column where = c.at().has(OF_WHICH) ? OF_WHICH : PARENT_TARGET;
            c.error(where, "空", "有上级指标时必填其中关系:全部 / 部分", null);
        } else if (ofWhich != null && c.isEmpty(PARENT_TARGET)) {
            Column where = c.at().has(PARENT_TARGET) ? PARENT_TARGET : OF_WHICH;
            c.error(where, "空", "填写了其中关系时,应有上级指标", null);
        }
    }

    private static void direction(RowCells c, TargetKind kind, Direction direction, @Nullable BigDecimal base) {
        if (direction == Direction.DOWN) {
            if (kind != TargetKind.STOCK && kind != TargetKind.RATIO) {
                c.error(DIRECTION, c.shown(DIRECTION), "越小越好只用于时点和比率指标", Direction.UP.label());
            } else if (base == null && c.isEmpty(BASE)) {
                Column where = c.at().has(BASE) ? BASE : DIRECTION;
                c.warning(where, "空", "越小越好的指标应填基期值,否则不能计算完成率", null);
            }
        }
    }

    /** A falling cumulative plan is a warning; so is the method 计划 without any plan (rulings). */
    private static void curve(RowCells c, List<@Nullable BigDecimal> months, Direction direction, Pace pace) {
        BigDecimal before = null;
        boolean any = false;
        for (int i = 0; i < months.size(); i++) {
            BigDecimal now = months.get(i);
            any |= now != null || !c.isEmpty(MONTHS.get(i));
            if (now != null && before != null && direction == Direction.UP && now.compareTo(before) < 0) {
                Column month = MONTHS.get(i);
                c.warning(month, c.shown(month), "累计计划不应低于上月的 " + before.toPlainString(), null);
            }
            before = now != null ? now : before;
        }
        if (!any && (pace == Pace.PLAN_CURVE || pace == Pace.PLAN_CURVE_INTERPOLATED)) {
            c.warning(PACE, c.shown(PACE), "按计划计算序时,应填 1月 至 12月 的累计计划", null);
        }
    }
}
