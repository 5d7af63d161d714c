package cn.guatu.workbook.sheet;

import static cn.guatu.workbook.sheet.Column.*;

import cn.guatu.platform.measure.Amount;
import cn.guatu.target.TargetKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rows of one file say about each other: repeated records, circles, and quantities against the unit of their target. */
final class CrossChecks {

    private final Problems problems;

    CrossChecks(Problems problems) {
        this.problems = problems;
    }

    void check(ParsedRows rows) {
        repeated(rows);
        parents(rows);
        Predecessors.cycles(
                rows.nodes,
                (node, names) -> problems.add(
                        Problem.error(node.at().cell(PREDECESSORS), "前置节点成环:" + chain(names), "前置关系不能成环", null)));
        Map<String, TargetRow> targets = new HashMap<>();
        rows.targets.forEach(each -> targets.putIfAbsent(each.codeKey(), each));
        rows.allocations.forEach(
                each -> fits(each.at(), ALLOCATED, each.value(), targets.get(Fold.codeKey(each.targetCode()))));
        rows.nodes.forEach(
                each -> fits(each.at(), COUNTED_QUANTITY, each.quantity(), target(targets, each.targetCode())));
        rows.blockers.forEach(
                each -> fits(each.at(), QUANTITY_INVOLVED, each.quantity(), target(targets, each.targetCode())));
        rows.recognitions.forEach(each -> recognition(each, target(targets, each.targetCode())));
    }

    private void repeated(ParsedRows rows) {
        repeated(rows.units, UnitRow::key, UnitRow::at, each -> NAME, "组织 名称");
        people(rows.people);
        repeated(rows.targets, TargetRow::codeKey, TargetRow::at, each -> CODE, "指标 编码");
        UnitNames names = UnitNames.of(rows.units);
        repeated(
                rows.allocations,
                each -> Fold.codeKey(each.targetCode()) + '\n' + names.keyOf(each.unit()),
                AllocationRow::at,
                each -> STREET_OR_DEPARTMENT,
                "指标编码 + 街道或科室");
        repeated(
                rows.phases,
                each -> each.codeKey() + '\n' + Fold.name(each.phase()),
                PhaseRow::at,
                each -> CODE,
                "编码 + 分期");
        repeated(rows.nodes, Predecessors::key, NodeRow::at, each -> NODE_NAME, "项目编码 + 分期 + 节点名称");
        repeated(
                rows.recognitions,
                CrossChecks::identity,
                RecognitionRow::at,
                each -> each.batch() != null ? BATCH : BASIS,
                "项目编码 + 分期 + 指标编码 + 节点名称 + 批次(或依据)");
        repeated(
                rows.decisions,
                each -> each.meetingDate() + "\n" + Fold.name(each.matter()),
                DecisionRow::at,
                each -> MATTER,
                "会议日期 + 事项");
        repeated(
                rows.blockers,
                each -> Predecessors.key(each.projectCode(), each.phase(), each.problem()),
                BlockerRow::at,
                each -> PROBLEM,
                "项目编码 + 分期 + 问题");
        rows.phases.forEach(each -> streets(each, names));
    }

    private void streets(PhaseRow phase, UnitNames names) {
        Map<String, String> seen = new HashMap<>();
        for (StreetShare each : phase.shares()) {
            if (seen.put(names.streetKeyOf(each.street()), each.street()) != null) {
                problems.add(Problem.error(
                        phase.at().cell(STREET_SHARES), "重复的街道“" + each.street() + "”", "每个街道只出现一次", null));
            }
        }
    }

    /** 计入: project + 分期 + 指标 + 节点 + 批次, or 依据 when there is no batch. */
    static String identity(RecognitionRow row) {
        String batch = row.batch();
        String node = row.nodeName();
        return Predecessors.key(row.projectCode(), row.phase(), node == null ? "" : node)
                + '\n'
                + Fold.codeKey(row.targetCode())
                + '\n'
                + (batch != null ? "批次" + Fold.name(batch) : "依据" + Fold.name(row.evidence()));
    }

    private void people(List<PersonRow> people) {
        Map<String, PersonRow> byAccount = new HashMap<>();
        Map<String, PersonRow> byName = new HashMap<>();
        for (PersonRow each : people) {
            String account = each.account();
            PersonRow same = account == null ? null : byAccount.putIfAbsent(account, each);
            if (same != null) {
                repeat(each.at().cell(ACCOUNT), same.at(), "账号");
                continue;
            }
            PersonRow namesake = byName.putIfAbsent(each.key() + '\n' + Fold.name(each.unit()), each);
            if (namesake != null && (account == null || namesake.account() == null)) {
                repeat(each.at().cell(PERSON), namesake.at(), "姓名 + 所属");
            }
        }
    }

    private <R> void repeated(
            List<R> rows, Function<R, String> key, Function<R, RowAt> at, Function<R, Column> column, String identity) {
        Map<String, R> seen = new HashMap<>();
        for (R each : rows) {
            R first = seen.putIfAbsent(key.apply(each), each);
            if (first != null) {
                repeat(at.apply(each).cell(column.apply(each)), at.apply(first), identity);
            }
        }
    }

    private void repeat(CellAt second, RowAt first, String identity) {
        problems.add(Problem.error(second, "与第 " + first.row() + " 行重复", "不重复的记录(" + identity + ")", null));
    }

    private void parents(ParsedRows rows) {
        Map<String, List<String>> units = new LinkedHashMap<>();
        Map<String, UnitRow> unitAt = new HashMap<>();
        for (UnitRow each : rows.units) {
            unitAt.putIfAbsent(each.key(), each);
            units.putIfAbsent(each.key(), each.parent() == null ? List.of() : List.of(Fold.name(each.parent())));
        }
        for (List<String> cycle : Cycles.in(units)) {
            UnitRow first = unitAt.get(cycle.getFirst());
            if (first != null) {
                circle(first.at().cell(PARENT_UNIT), "上级成环:", cycle);
            }
        }
        Map<String, List<String>> targets = new LinkedHashMap<>();
        Map<String, TargetRow> targetAt = new HashMap<>();
        for (TargetRow each : rows.targets) {
            String parent = each.parentCode();
            targetAt.putIfAbsent(each.codeKey(), each);
            targets.putIfAbsent(each.codeKey(), parent == null ? List.of() : List.of(Fold.codeKey(parent)));
        }
        for (List<String> cycle : Cycles.in(targets)) {
            TargetRow first = targetAt.get(cycle.getFirst());
            if (first != null) {
                circle(first.at().cell(PARENT_TARGET), "上级指标成环:", cycle);
            }
        }
    }

    private void circle(CellAt at, String found, List<String> names) {
        problems.add(Problem.error(at, found + chain(names), "上级不能是自己或自己的下级", null));
    }

    private static String chain(List<String> names) {
        List<String> some = names.size() > 20 ? names.subList(0, 20) : names;
        return String.join(" → ", some) + (names.size() > 20 ? " → …" : "") + " → " + names.getFirst();
    }

    private static @Nullable TargetRow target(Map<String, TargetRow> targets, @Nullable String code) {
        return code == null ? null : targets.get(Fold.codeKey(code));
    }

    private void recognition(RecognitionRow row, @Nullable TargetRow target) {
        if (target == null) {
            return;
        }
        boolean ratio = target.kind() == TargetKind.RATIO;
        if (ratio && row.denominator() == null) {
            Column where = row.at().has(DENOMINATOR) ? DENOMINATOR : QUANTITY;
            problems.add(Problem.error(row.at().cell(where), "空", "比率指标的分母必填", null));
        } else if (!ratio && row.denominator() != null) {
            problems.add(Problem.error(
                    row.at().cell(DENOMINATOR), row.denominator().number().toPlainString(), "空:只有比率指标填分母", null));
        }
        if (!ratio) {
            fits(row.at(), QUANTITY, row.quantity(), target);
        }
    }

    private void fits(RowAt at, Column column, @Nullable Amount amount, @Nullable TargetRow target) {
        if (amount != null && target != null && !amount.fits(target.unit())) {
            String unit = amount.unit() == null ? "" : amount.unit().name();
            problems.add(Problem.error(
                    at.cell(column),
                    amount.number().toPlainString() + unit,
                    "可换算为指标 " + target.code() + " 的单位“" + target.unit().name() + "”",
                    null));
        }
    }
}
