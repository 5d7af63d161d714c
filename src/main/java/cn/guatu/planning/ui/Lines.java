package cn.guatu.planning.ui;

import cn.guatu.org.Person;
import cn.guatu.org.Position;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.planning.rule.Balance;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.DeskRow;
import cn.guatu.planning.rule.Names;
import cn.guatu.platform.ui.Figures;
import cn.guatu.project.Phase;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Target;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the desk as the page draws them: what may be edited, what is missing, and whether a target adds up. */
final class Lines {

    private final Breakdown plan;
    private final boolean mayPlanAll;
    private final Predicate<UnitId> mayPlan;

    Lines(Breakdown plan, boolean mayPlanAll, Predicate<UnitId> mayPlan) {
        this.plan = plan;
        this.mayPlanAll = mayPlanAll;
        this.mayPlan = mayPlan;
    }

    List<BreakdownTable.Line> of(List<DeskRow> rows) {
        Map<Object, Integer> nodesHere = new HashMap<>();
        for (DeskRow row : rows) {
            if (row.kind() == DeskRow.Kind.NODE) {
                nodesHere.merge(row.phase() + "@" + row.target(), 1, Integer::sum);
            }
        }
        return rows.stream().map(row -> line(row, nodesHere)).toList();
    }

    private BreakdownTable.Line line(DeskRow row, Map<Object, Integer> nodesHere) {
        return switch (row.kind()) {
            case TARGET -> target(row);
            case PHASE -> phase(row, nodesHere.getOrDefault(row.phase() + "@" + row.target(), 0) == 1);
            case NODE -> node(row);
            case LOOSE -> line(row, "", "", false, true, List.of(), Map.of());
        };
    }

    private BreakdownTable.Line target(DeskRow row) {
        Target target = plan.target(Objects.requireNonNull(row.target())).orElseThrow();
        List<DeskColumn> edit = new ArrayList<>(
                List.of(DeskColumn.NAME, DeskColumn.CODE, DeskColumn.UNIT, DeskColumn.LEAD, DeskColumn.LEADER));
        if (plan.onlyProvisional().contains(target.id())) {
            edit.add(DeskColumn.QUANTITY);
        }
        Balance balance = Balance.of(plan, target);
        BigDecimal gap = target.kind() == TargetKind.FLOW ? balance.gap() : null;
        boolean closed = gap != null && gap.signum() <= 0;
        return line(row, tag(target), words(gap), closed, !mayPlanAll, edit, Map.of(DeskColumn.QUANTITY.name(), "未定"));
    }

    private String tag(Target target) {
        boolean provisional = plan.values().containsKey(target.id())
                && Objects.requireNonNull(plan.values().get(target.id())).status() == VersionStatus.PROVISIONAL;
        String kind = target.ofWhich() == null ? "指标" : target.ofWhich() == OfWhich.PARTITION ? "分项" : "其中";
        return provisional ? kind + "·预" : kind;
    }

    private static String words(@Nullable BigDecimal gap) {
        if (gap == null) {
            return "";
        }
        return switch (gap.signum()) {
            case 1 -> "缺口 " + Figures.number(gap);
            case -1 -> "富余 " + Figures.number(gap.negate());
            default -> "已配平";
        };
    }

    private BreakdownTable.Line phase(DeskRow row, boolean oneNode) {
        Phase phase = plan.phase(Objects.requireNonNull(row.phase())).orElseThrow();
        List<DeskColumn> edit = new ArrayList<>(List.of(
                DeskColumn.NAME,
                DeskColumn.PHASE,
                DeskColumn.STREET,
                DeskColumn.LEAD,
                DeskColumn.LEADER,
                DeskColumn.OWNER));
        if (oneNode) {
            edit.add(DeskColumn.DUE);
            if (row.target() != null) {
                edit.add(DeskColumn.QUANTITY);
            }
        }
        String flag = switch (phase.nature()) {
            case PLANNED -> "";
            case RESERVE, EXTRA -> phase.nature().label();
        };
        return line(
                row,
                "",
                flag,
                true,
                !mayPlan.test(phase.lead()),
                edit,
                Map.of(DeskColumn.DUE.name(), "未定", DeskColumn.QUANTITY.name(), row.target() == null ? "" : "未定"));
    }

    private BreakdownTable.Line node(DeskRow row) {
        Phase phase = plan.phase(Objects.requireNonNull(row.phase())).orElseThrow();
        List<DeskColumn> edit = new ArrayList<>(
                List.of(DeskColumn.NAME, DeskColumn.OWNER, DeskColumn.DUE, DeskColumn.DURATION, DeskColumn.WAITS));
        if (row.target() != null) {
            edit.add(DeskColumn.QUANTITY);
        }
        boolean finished =
                plan.node(Objects.requireNonNull(row.node())).orElseThrow().actual() != null;
        return line(
                row,
                "",
                finished ? "已完成" : "",
                true,
                !mayPlan.test(phase.lead()),
                edit,
                Map.of(DeskColumn.DUE.name(), "未定", DeskColumn.QUANTITY.name(), row.target() == null ? "" : "未定"));
    }

    private static BreakdownTable.Line line(
            DeskRow row,
            String tag,
            String flag,
            boolean good,
            boolean readOnly,
            List<DeskColumn> edit,
            Map<String, String> want) {
        return new BreakdownTable.Line(
                row.key(),
                row.parent(),
                row.kind().name(),
                row.level(),
                row.unit(),
                tag,
                flag,
                good,
                readOnly,
                edit.stream().map(DeskColumn::name).toList(),
                named(row.cells()),
                named(row.quiet()),
                want);
    }

    private static Map<String, String> named(Map<DeskColumn, String> cells) {
        Map<String, String> named = new HashMap<>();
        cells.forEach((column, text) -> named.put(column.name(), text));
        return named;
    }

    /** What cells propose: streets, leads, people who work here, leaders. */
    static BreakdownTable.Options options(Breakdown plan) {
        Names names = new Names(plan);
        List<String> active = new ArrayList<>();
        for (Person person : plan.people()) {
            if (person.active()) {
                boolean namesake = plan.people().stream()
                        .anyMatch(each -> each.active()
                                && !each.id().equals(person.id())
                                && each.key().equals(person.key()));
                active.add(namesake ? names.inFull(person) : person.name());
            }
        }
        Stream<String> leaders = plan.people().stream()
                .filter(each -> each.active() && each.position() == Position.BUREAU_LEADER)
                .map(Person::name);
        return new BreakdownTable.Options(
                units(plan, UnitKind.STREET),
                Stream.concat(units(plan, UnitKind.DEPARTMENT).stream(), units(plan, UnitKind.TASK_FORCE).stream())
                        .toList(),
                active,
                leaders.distinct().toList());
    }

    private static List<String> units(Breakdown plan, UnitKind kind) {
        return plan.units().stream()
                .filter(each -> each.kind() == kind)
                .map(Unit::name)
                .toList();
    }
}
