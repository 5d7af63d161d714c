package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.measure.Quantity;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.ParsedWorkbook;
import cn.guatu.workbook.sheet.RowAt;
import cn.guatu.workbook.sheet.SheetKind;
import cn.guatu.workbook.sheet.TargetRow;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file beside what the system holds, and what a cell means in both: a row may name a record of the same file or one that is
 * already there.
 */
final class SideBySide {
    final ParsedWorkbook file;
    final Held held;
    final Findings findings;

    final SheetRows<String, Line.UnitLine> units;
    final SheetRows<Line.PersonKey, Line.PersonLine> people;
    final SheetRows<String, Line.TargetLine> targets;
    final SheetRows<Line.AllocationLine.Key, Line.AllocationLine> allocations;
    final SheetRows<Line.PhaseKey, Line.PhaseLine> phases;
    final SheetRows<Line.NodeKey, Line.NodeLine> nodes;
    final SheetRows<Line.RecognitionLine.Key, Line.RecognitionLine> recognitions;
    final SheetRows<Line.DecisionLine.Key, Line.DecisionLine> decisions;
    final SheetRows<Line.BlockerLine.Key, Line.BlockerLine> blockers;

    /** What the file names, also in rows that turn out wrong, so that one mistake is not reported by everybody who refers to it. */
    final Set<String> targetCodes;

    final Set<Line.PhaseKey> phaseKeys;
    final Set<Line.NodeKey> nodeKeys;

    UnitNames unitNames = new UnitNames(List.of(), List.of());
    PersonNames personNames = new PersonNames(List.of(), List.of());

    SideBySide(ParsedWorkbook file, Held held) {
        this.file = file;
        this.held = held;
        findings = new Findings(file);
        targetCodes = file.targets().stream().map(TargetRow::codeKey).collect(Collectors.toSet());
        phaseKeys = file.phases().stream()
                .map(row -> phaseKey(row.code(), row.phase()))
                .collect(Collectors.toSet());
        nodeKeys = file.nodes().stream()
                .map(row -> nodeKey(row.projectCode(), row.phase(), row.name()))
                .collect(Collectors.toSet());
        units = new SheetRows<>(file, findings, SheetKind.UNITS, Column.NAME, held.units());
        people = new SheetRows<>(file, findings, SheetKind.PEOPLE, Column.PERSON, held.people());
        targets = new SheetRows<>(file, findings, SheetKind.TARGETS, Column.CODE, held.targets());
        allocations =
                new SheetRows<>(file, findings, SheetKind.ALLOCATIONS, Column.STREET_OR_DEPARTMENT, held.allocations());
        phases = new SheetRows<>(file, findings, SheetKind.PROJECTS, Column.CODE, held.phases());
        nodes = new SheetRows<>(file, findings, SheetKind.NODES, Column.NODE_NAME, held.nodes());
        recognitions = new SheetRows<>(file, findings, SheetKind.RECOGNITIONS, Column.BASIS, held.recognitions());
        decisions = new SheetRows<>(file, findings, SheetKind.DECISIONS, Column.MATTER, held.decisions());
        blockers = new SheetRows<>(file, findings, SheetKind.BLOCKERS, Column.PROBLEM, held.blockers());
    }

    Line.@Nullable UnitLine unit(RowAt at, Column column, String written, Set<UnitKind> kinds) {
        UnitNames.Found found = unitNames.find(written, kinds);
        if (found.unit() == null && !file.leftOut(SheetKind.UNITS, NameKey.of(written))) {
            findings.error(at, column, written, found.expected(), found.suggestion());
        }
        return found.unit();
    }

    Line.@Nullable PersonKey person(RowAt at, String written, String lead, Line.@Nullable PersonKey before) {
        Optional<Line.PersonLine> meant = personNames.meant(written, lead, before);
        if (meant.isEmpty()) {
            findings.warning(
                    at,
                    Column.OWNER,
                    written,
                    personNames.named(written).isEmpty() ? "人员表中的姓名；将只保留姓名，没有账号" : "唯一的姓名；有多位同名人员，将只保留姓名，不关联账号");
        }
        return meant.map(Line.PersonLine::key).orElse(null);
    }

    Line.@Nullable TargetLine target(RowAt at, Column column, String code) {
        String key = NameKey.ofCode(code);
        Line.TargetLine target = targets.merged().get(key);
        if (target == null && !targetCodes.contains(key) && !file.leftOut(SheetKind.TARGETS, key)) {
            findings.error(
                    at,
                    column,
                    code,
                    "指标表或系统中已有的指标编码",
                    Nearest.to(key, targets.merged().values(), Line.TargetLine::key)
                            .map(Line.TargetLine::code)
                            .orElse(null));
        }
        return target;
    }

    Line.@Nullable PhaseLine phase(RowAt at, String code, String phaseName) {
        Line.PhaseKey key = phaseKey(code, phaseName);
        Line.PhaseLine phase = phases.merged().get(key);
        if (phase != null || phaseKeys.contains(key) || file.leftOut(SheetKind.PROJECTS, key.project())) {
            return phase;
        }
        List<Line.PhaseLine> others = phases.merged().values().stream()
                .filter(each -> each.key().project().equals(key.project()))
                .toList();
        if (others.isEmpty()) {
            findings.error(
                    at,
                    Column.PROJECT_CODE,
                    code,
                    "项目表或系统中已有的项目编码",
                    Nearest.to(
                                    key.project(),
                                    phases.merged().values(),
                                    each -> each.key().project())
                            .map(Line.PhaseLine::projectCode)
                            .orElse(null));
        } else {
            findings.error(
                    at,
                    at.has(Column.PHASE) ? Column.PHASE : Column.PROJECT_CODE,
                    phaseName,
                    "项目 " + code + " 的分期："
                            + others.stream().map(Line.PhaseLine::phaseName).collect(Collectors.joining("、")),
                    others.getFirst().phaseName());
        }
        return null;
    }

    @Nullable
    BigDecimal quantity(RowAt at, Column column, Amount amount, Line.TargetLine target) {
        Optional<Quantity> kept = amount.in(MeasureUnit.of(target.unit()));
        if (kept.isEmpty()) {
            findings.error(
                    at,
                    column,
                    Fields.plain(amount.number()) + Objects.toString(amount.unit(), ""),
                    "能换算为" + target.unit() + "的单位（指标 " + target.code() + "）");
        }
        kept.ifPresent(quantity -> findings.size(at, column, quantity.value()));
        return kept.map(Quantity::value).orElse(null);
    }

    <K, L extends Line> void refuseCircle(
            SheetRows<K, L> sheet, Column column, Function<L, ? extends Collection<K>> next) {
        // The parser has told of circles that the file draws alone.
        if (file.problems().stream()
                .anyMatch(each -> each.sheet().equals(sheet.kind().label())
                        && each.found().contains("成环"))) {
            return;
        }
        Map<K, L> all = sheet.merged();
        List<K> circle = Cycles.first(all.keySet(), key -> {
            L line = all.get(key);
            return line == null ? List.<K>of() : List.copyOf(next.apply(line));
        });
        if (!circle.isEmpty()) {
            String words = "成环："
                    + circle.stream()
                            .map(key -> Objects.requireNonNull(all.get(key)).label())
                            .collect(Collectors.joining(" → "));
            // Every circle has a link that this file draws: what is stored has none.
            circle.stream()
                    .map(sheet::at)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(at -> findings.error(at, column, words, "不能首尾相接成环"));
        }
    }

    static Line.NodeKey nodeKey(String projectCode, String phase, String node) {
        return new Line.NodeKey(phaseKey(projectCode, phase), NameKey.of(node));
    }

    static Line.PhaseKey phaseKey(String projectCode, String phase) {
        return new Line.PhaseKey(NameKey.ofCode(projectCode), NameKey.of(phase));
    }

    static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : MeasureUnit.plain(value);
    }
}
