package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.measure.Amount;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.measure.Quantity;
import cn.guatu.target.OfWhich;
import cn.guatu.target.TargetKind;
import cn.guatu.workbook.sheet.AllocationRow;
import cn.guatu.workbook.sheet.BlockerRow;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.DecisionRow;
import cn.guatu.workbook.sheet.NodeRow;
import cn.guatu.workbook.sheet.ParsedWorkbook;
import cn.guatu.workbook.sheet.PersonRow;
import cn.guatu.workbook.sheet.PhaseRow;
import cn.guatu.workbook.sheet.PredecessorRef;
import cn.guatu.workbook.sheet.RecognitionRow;
import cn.guatu.workbook.sheet.RowAt;
import cn.guatu.workbook.sheet.SheetKind;
import cn.guatu.workbook.sheet.StreetShare;
import cn.guatu.workbook.sheet.TargetRow;
import cn.guatu.workbook.sheet.UnitRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays the rows of a file beside what the system holds (workbook.md; rulings, Workbook). Sheets are taken in the order in which they
 * refer to each other, so that a row may name a record of the same file or one that is already there.
 */
public final class Comparer {
    private final ParsedWorkbook file;
    private final Held held;
    private final Findings findings;

    private final Sheet<String, Line.UnitLine> units;
    private final Sheet<Line.PersonKey, Line.PersonLine> people;
    private final Sheet<String, Line.TargetLine> targets;
    private final Sheet<Line.AllocationLine.Key, Line.AllocationLine> allocations;
    private final Sheet<Line.PhaseKey, Line.PhaseLine> phases;
    private final Sheet<Line.NodeKey, Line.NodeLine> nodes;
    private final Sheet<Line.RecognitionLine.Key, Line.RecognitionLine> recognitions;
    private final Sheet<Line.DecisionLine.Key, Line.DecisionLine> decisions;
    private final Sheet<Line.BlockerLine.Key, Line.BlockerLine> blockers;

    /** What the file names, also in rows that turn out wrong, so that one mistake is not reported by everybody who refers to it. */
    private final Set<String> targetCodes;

    private final Set<Line.PhaseKey> phaseKeys;
    private final Set<Line.NodeKey> nodeKeys;

    private UnitNames unitNames = new UnitNames(List.of(), List.of());
    private PersonNames personNames = new PersonNames(List.of(), List.of());

    private Comparer(ParsedWorkbook file, Held held) {
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
        units = new Sheet<>(SheetKind.UNITS, Column.NAME, held.units());
        people = new Sheet<>(SheetKind.PEOPLE, Column.PERSON, held.people());
        targets = new Sheet<>(SheetKind.TARGETS, Column.CODE, held.targets());
        allocations = new Sheet<>(SheetKind.ALLOCATIONS, Column.STREET_OR_DEPARTMENT, held.allocations());
        phases = new Sheet<>(SheetKind.PROJECTS, Column.CODE, held.phases());
        nodes = new Sheet<>(SheetKind.NODES, Column.NODE_NAME, held.nodes());
        recognitions = new Sheet<>(SheetKind.RECOGNITIONS, Column.BASIS, held.recognitions());
        decisions = new Sheet<>(SheetKind.DECISIONS, Column.MATTER, held.decisions());
        blockers = new Sheet<>(SheetKind.BLOCKERS, Column.PROBLEM, held.blockers());
    }

    /** What the file would change, and what is wrong with it. */
    public static Comparison compare(ParsedWorkbook file, Held held) {
        return new Comparer(file, held).run();
    }

    private Comparison run() {
        units();
        people();
        targets();
        allocations();
        phases();
        nodes();
        recognitions();
        decisions();
        blockers();
        return new Comparison(
                file.year(),
                !held.yearExists(),
                units.changes(),
                people.changes(),
                targets.changes(),
                allocations.changes(),
                phases.changes(),
                nodes.changes(),
                recognitions.changes(),
                decisions.changes(),
                blockers.changes(),
                file.withMore(findings.all()).problems());
    }

    private void units() {
        // A parent may stand below its child, so names are gathered before they are looked up.
        List<Line.UnitLine> named = file.units().stream()
                .map(row -> new Line.UnitLine(NameKey.of(row.name()), row.name(), row.kind(), null, null, row.sort()))
                .toList();
        unitNames = new UnitNames(held.units().values(), named);
        for (UnitRow row : file.units()) {
            Line.UnitLine parent =
                    row.parent() == null ? null : unit(row.at(), Column.PARENT_UNIT, row.parent(), UnitNames.ANY);
            findings.length(row.at(), Column.NAME, row.name(), 64);
            String key = NameKey.of(row.name());
            Line.UnitLine before = held.units().get(key);
            String use = before == null || before.kind() == row.kind() || bothLead(before.kind(), row.kind())
                    ? null
                    : held.useOf(key, before.kind());
            if (use != null) {
                findings.error(
                        row.at(),
                        Column.KIND,
                        row.kind().label(),
                        Objects.requireNonNull(before).kind().label() + "；它是" + use,
                        before.kind().label());
            }
            units.add(
                    row.at(),
                    new Line.UnitLine(
                            key,
                            row.name(),
                            row.kind(),
                            parent == null ? null : parent.key(),
                            parent == null ? null : parent.name(),
                            row.sort()));
        }
        refuseCircle(units, Column.PARENT_UNIT, line -> line.parent() == null ? List.of() : List.of(line.parent()));
    }

    private static boolean bothLead(UnitKind one, UnitKind other) {
        return UnitNames.LEADS.contains(one) && UnitNames.LEADS.contains(other);
    }

    private void people() {
        Map<Line.PersonKey, List<Line.PersonLine>> byName = held.people().values().stream()
                .collect(Collectors.groupingBy(
                        person -> Line.PersonKey.named(NameKey.of(person.name()), person.unit())));
        for (PersonRow row : file.people()) {
            findings.length(row.at(), Column.PERSON, row.name(), 64);
            findings.length(row.at(), Column.ACCOUNT, row.account(), 64);
            findings.length(row.at(), Column.PHONE, row.phone(), 32);
            findings.length(row.at(), Column.EMAIL, row.email(), 128);
            Line.UnitLine unit = unit(row.at(), Column.BELONGS_TO, row.unit(), UnitNames.ANY);
            if (unit == null) {
                continue;
            }
            Line.PersonKey name = Line.PersonKey.named(NameKey.of(row.name()), unit.key());
            Line.PersonLine before = null;
            if (row.account() != null) {
                before = held.people().get(Line.PersonKey.account(row.account()));
                if (before == null) {
                    before = held.people().get(name);
                }
            } else {
                List<Line.PersonLine> same = byName.getOrDefault(name, List.of());
                if (same.size() > 1) {
                    findings.error(row.at(), Column.ACCOUNT, "空", "账号；" + unit.name() + "有多位" + row.name());
                    continue;
                }
                before = same.isEmpty() ? null : same.getFirst();
            }
            Line.PersonKey key = before != null
                    ? before.key()
                    : row.account() != null ? Line.PersonKey.account(row.account()) : name;
            // The account is what a person is known by: a row without one does not take it away.
            String account = row.account() != null || before == null ? row.account() : before.account();
            people.add(
                    row.at(),
                    new Line.PersonLine(
                            key,
                            row.name(),
                            account,
                            unit.key(),
                            unit.name(),
                            row.position(),
                            row.phone(),
                            row.email()));
        }
        personNames = new PersonNames(held.people().values(), people.lines());
    }

    private void targets() {
        Set<String> codes = new HashSet<>(held.targets().keySet());
        codes.addAll(targetCodes);
        for (TargetRow row : file.targets()) {
            findings.length(row.at(), Column.NAME, row.name(), 255);
            findings.length(row.at(), Column.UNIT, row.unit().name(), 32);
            findings.length(row.at(), Column.DOC_NO, row.docNo(), 255);
            findings.length(row.at(), Column.LEADER, row.leader(), 64);
            findings.length(row.at(), Column.SOURCE, row.source(), 255);
            findings.size(row.at(), Column.VALUE_OF_YEAR, row.value());
            findings.size(row.at(), Column.BASE, row.base());
            findings.size(row.at(), Column.WEIGHT, row.weight());
            for (int month = 0; month < row.months().size(); month++) {
                findings.size(row.at(), Column.MONTHS.get(month), row.months().get(month));
            }
            Line.UnitLine lead = unit(row.at(), Column.LEAD_DEPARTMENT, row.leadDepartment(), UnitNames.LEADS);
            String parent = row.parentCode() == null ? null : NameKey.ofCode(row.parentCode());
            if (parent != null && !codes.contains(parent) && !file.leftOut(SheetKind.TARGETS, parent)) {
                findings.error(
                        row.at(),
                        Column.PARENT_TARGET,
                        row.parentCode() + "",
                        "指标表或系统中已有的指标编码",
                        Nearest.to(parent, codes, code -> code).orElse(null));
            }
            Line.Value value = new Line.Value(
                    row.status(),
                    plain(row.value()),
                    row.approx(),
                    row.docNo(),
                    row.effectiveFrom() == null ? held.firstDay() : row.effectiveFrom());
            Versions.Verdict verdict = Versions.of(value, held.versions().getOrDefault(row.codeKey(), List.of()));
            if (verdict.toAdd() != null && !verdict.inForce()) {
                findings.warning(row.at(), Column.TARGET_STATUS, value.status().label(), "同一生效日期已有更正式的目标值，这个值只记录、不生效");
            }
            Line.TargetLine before = held.targets().get(row.codeKey());
            if (before != null) {
                keepWhatIsBooked(row, before);
            }
            if (lead != null) {
                targets.add(
                        row.at(),
                        new Line.TargetLine(
                                row.codeKey(),
                                row.code(),
                                row.name(),
                                row.unit().name(),
                                verdict.toAdd() == null ? verdict.before() : verdict.toAdd(),
                                parent,
                                row.ofWhich(),
                                row.kind(),
                                row.direction(),
                                plain(row.base()),
                                row.pace(),
                                lead.key(),
                                lead.name(),
                                row.leader(),
                                row.source(),
                                row.definition(),
                                plain(row.weight()),
                                plan(row)),
                        before == null ? null : before.with(verdict.before()));
            }
        }
        refuseCircle(targets, Column.PARENT_TARGET, line -> line.parent() == null ? List.of() : List.of(line.parent()));
        checkParts();
    }

    private void keepWhatIsBooked(TargetRow row, Line.TargetLine before) {
        if (!before.unit().equals(row.unit().name())) {
            boolean counted = held.booked().contains(row.codeKey())
                    || held.allocations().keySet().stream()
                                    .anyMatch(key -> key.target().equals(row.codeKey()))
                            && !file.present().contains(SheetKind.ALLOCATIONS);
            if (counted) {
                findings.error(
                        row.at(), Column.UNIT, row.unit().name(), before.unit() + "；指标已有按原单位记下的数量", before.unit());
            }
        }
        boolean ratio = before.kind() == TargetKind.RATIO;
        if (held.booked().contains(row.codeKey()) && ratio != (row.kind() == TargetKind.RATIO)) {
            findings.error(
                    row.at(),
                    Column.KIND,
                    row.kind().label(),
                    before.kind().label() + "；指标已有计入，比率与其他类型不能互换",
                    before.kind().label());
        }
    }

    /** Parts that should make up the whole: a difference is reported, it does not block (semantics §6). */
    private void checkParts() {
        Map<String, List<Line.TargetLine>> parts = targets.merged().values().stream()
                .filter(line -> line.parent() != null && line.ofWhich() == OfWhich.PARTITION)
                .collect(Collectors.groupingBy(
                        line -> Objects.requireNonNull(line.parent()), LinkedHashMap::new, Collectors.toList()));
        parts.forEach((code, of) -> {
            Line.TargetLine whole = targets.merged().get(code);
            if (whole == null) {
                return;
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (Line.TargetLine part : of) {
                RowAt at = targets.at(part.key());
                MeasureUnit unit = MeasureUnit.of(part.unit());
                if (!unit.isCompatibleWith(MeasureUnit.of(whole.unit()))) {
                    if (at != null) {
                        findings.warning(at, Column.UNIT, part.unit(), whole.unit() + "：与上级指标单位不同，不能合计");
                    }
                    return;
                }
                if (part.kind() == TargetKind.RATIO
                        || part.version() == null
                        || part.version().value() == null) {
                    return;
                }
                sum = sum.add(unit.convert(part.version().value(), MeasureUnit.of(whole.unit())));
            }
            RowAt at = targets.at(code);
            BigDecimal total = whole.version() == null ? null : whole.version().value();
            if (at != null && total != null && total.compareTo(sum) != 0) {
                findings.warning(at, Column.VALUE_OF_YEAR, Fields.plain(total), "各“全部”下级指标之和 " + Fields.plain(sum));
            }
        });
    }

    private static SortedMap<Integer, BigDecimal> plan(TargetRow row) {
        SortedMap<Integer, BigDecimal> plan = new TreeMap<>();
        for (int month = 1; month <= row.months().size(); month++) {
            BigDecimal value = row.months().get(month - 1);
            if (value != null) {
                plan.put(month, MeasureUnit.plain(value));
            }
        }
        return plan;
    }

    private void allocations() {
        for (AllocationRow row : file.allocations()) {
            Line.TargetLine target = target(row.at(), Column.TARGET_CODE, row.targetCode());
            Line.UnitLine unit = unit(row.at(), Column.STREET_OR_DEPARTMENT, row.unit(), UnitNames.ANSWERABLE);
            BigDecimal value = target == null ? null : quantity(row.at(), Column.ALLOCATED, row.value(), target);
            if (target != null && unit != null && value != null) {
                if (value.signum() < 0) {
                    findings.error(row.at(), Column.ALLOCATED, Fields.plain(value), "不小于 0 的数");
                    continue;
                }
                allocations.add(
                        row.at(),
                        new Line.AllocationLine(
                                new Line.AllocationLine.Key(target.key(), unit.key()),
                                target.code(),
                                unit.name(),
                                value,
                                row.value().approx()));
            }
        }
    }

    private void phases() {
        for (PhaseRow row : file.phases()) {
            findings.length(row.at(), Column.NAME, row.name(), 255);
            findings.length(row.at(), Column.PHASE, row.phase(), 64);
            findings.length(row.at(), Column.LEADER, row.leader(), 64);
            findings.length(row.at(), Column.OWNER, row.owner(), 64);
            findings.length(row.at(), Column.IMPLEMENTER, row.implementer(), 255);
            row.assisting().forEach(name -> findings.length(row.at(), Column.ASSISTING_UNITS, name, 255));
            Line.UnitLine lead = unit(row.at(), Column.LEAD_DEPARTMENT, row.leadDepartment(), UnitNames.LEADS);
            List<Line.Share> shares = shares(row);
            if (lead == null || shares == null) {
                continue;
            }
            Line.PhaseKey key = new Line.PhaseKey(row.codeKey(), NameKey.of(row.phase()));
            Line.PhaseLine before = held.phases().get(key);
            phases.add(
                    row.at(),
                    new Line.PhaseLine(
                            key,
                            before == null ? row.code() : before.projectCode(),
                            row.name(),
                            row.phase(),
                            row.category(),
                            row.nature(),
                            lead.key(),
                            lead.name(),
                            row.leader(),
                            row.owner(),
                            person(row.at(), row.owner(), lead.key(), before == null ? null : before.person()),
                            assists(row.assisting()),
                            shares,
                            row.implementer(),
                            row.remark()));
        }
    }

    private @Nullable List<Line.Share> shares(PhaseRow row) {
        List<Line.Share> shares = new ArrayList<>();
        Set<String> streets = new HashSet<>();
        boolean good = true;
        for (StreetShare each : row.shares()) {
            Line.UnitLine street = unit(row.at(), Column.STREET_SHARES, each.street(), UnitNames.STREETS);
            if (street == null) {
                good = false;
            } else if (!streets.add(street.key())) {
                findings.error(row.at(), Column.STREET_SHARES, each.street(), "每个街道只写一次；" + street.name() + "重复");
                good = false;
            } else {
                shares.add(new Line.Share(street.key(), street.name(), MeasureUnit.plain(each.fraction())));
            }
        }
        return good ? List.copyOf(shares) : null;
    }

    private List<Line.Assist> assists(List<String> names) {
        return names.stream()
                .map(name -> {
                    Line.UnitLine unit = unitNames.find(name, UnitNames.ANY).unit();
                    return unit == null ? new Line.Assist(null, name) : new Line.Assist(unit.key(), unit.name());
                })
                .distinct()
                .toList();
    }

    private void nodes() {
        Set<Line.NodeKey> known = new HashSet<>(held.nodes().keySet());
        known.addAll(nodeKeys);
        for (NodeRow row : file.nodes()) {
            findings.length(row.at(), Column.NODE_NAME, row.name(), 255);
            findings.length(row.at(), Column.OWNER, row.owner(), 64);
            findings.size(row.at(), Column.WEIGHT, row.weight());
            Line.PhaseLine phase = phase(row.at(), row.projectCode(), row.phase());
            Line.TargetLine target =
                    row.targetCode() == null ? null : target(row.at(), Column.COUNTS_FOR, row.targetCode());
            BigDecimal quantity = null;
            if (row.quantity() != null && target != null) {
                quantity = quantity(row.at(), Column.COUNTED_QUANTITY, row.quantity(), target);
            } else if (row.quantity() != null && row.targetCode() == null) {
                findings.error(row.at(), Column.COUNTS_FOR, "空", "计入指标的编码，因为写了计入数量");
            }
            if (phase == null) {
                continue;
            }
            Line.NodeKey key = nodeKey(row.projectCode(), row.phase(), row.name());
            Line.NodeLine before = held.nodes().get(key);
            nodes.add(
                    row.at(),
                    new Line.NodeLine(
                            key,
                            phase.projectCode(),
                            phase.phaseName(),
                            row.name(),
                            row.planned(),
                            row.forecast(),
                            row.actual(),
                            row.owner(),
                            row.owner() == null
                                    ? null
                                    : person(
                                            row.at(),
                                            row.owner(),
                                            phase.lead(),
                                            before == null ? null : before.person()),
                            plain(row.weight()),
                            predecessors(row, key, known),
                            row.durationDays(),
                            target == null ? null : target.key(),
                            quantity,
                            row.quantity() != null && row.quantity().approx(),
                            row.basis()));
        }
        refuseCircle(nodes, Column.PREDECESSORS, Line.NodeLine::predecessors);
    }

    private Set<Line.NodeKey> predecessors(NodeRow row, Line.NodeKey own, Set<Line.NodeKey> known) {
        Set<Line.NodeKey> all = new LinkedHashSet<>();
        for (PredecessorRef each : row.predecessors()) {
            Line.NodeKey key = nodeKey(each.projectCode(), each.phase(), each.node());
            if (key.equals(own)) {
                findings.error(row.at(), Column.PREDECESSORS, each.node(), "别的节点；节点不能以自己为前置");
            } else if (known.contains(key)) {
                all.add(key);
            } else if (!file.leftOut(SheetKind.NODES, key.node())) {
                List<Line.NodeKey> siblings = known.stream()
                        .filter(node -> node.phase().equals(key.phase()))
                        .toList();
                findings.error(
                        row.at(),
                        Column.PREDECESSORS,
                        each.node(),
                        "同一分期的节点名称，或 项目编码/分期/节点",
                        Nearest.to(key.node(), siblings, Line.NodeKey::node)
                                .map(Line.NodeKey::node)
                                .orElse(null));
            }
        }
        return Set.copyOf(all);
    }

    private static Line.NodeKey nodeKey(String projectCode, String phase, String node) {
        return new Line.NodeKey(phaseKey(projectCode, phase), NameKey.of(node));
    }

    private static Line.PhaseKey phaseKey(String projectCode, String phase) {
        return new Line.PhaseKey(NameKey.ofCode(projectCode), NameKey.of(phase));
    }

    private void recognitions() {
        for (RecognitionRow row : file.recognitions()) {
            findings.length(row.at(), Column.BATCH, row.batch(), 64);
            Line.PhaseLine phase = phase(row.at(), row.projectCode(), row.phase());
            Line.TargetLine target = target(row.at(), Column.TARGET_CODE, row.targetCode());
            if (phase == null || target == null) {
                continue;
            }
            boolean ratio = target.kind() == TargetKind.RATIO;
            BigDecimal quantity =
                    ratio ? row.quantity().bare() : quantity(row.at(), Column.QUANTITY, row.quantity(), target);
            BigDecimal denominator =
                    row.denominator() == null ? null : row.denominator().bare();
            boolean good = quantity != null;
            if (ratio && denominator == null) {
                findings.error(
                        row.at(),
                        row.at().has(Column.DENOMINATOR) ? Column.DENOMINATOR : Column.QUANTITY,
                        "空",
                        "分母；" + target.code() + " 是比率指标");
                good = false;
            } else if (!ratio && denominator != null) {
                findings.error(row.at(), Column.DENOMINATOR, Fields.plain(denominator), "空；只有比率指标有分母");
                good = false;
            }
            if (quantity != null && target.kind() == TargetKind.STOCK && quantity.signum() < 0) {
                findings.error(row.at(), Column.QUANTITY, Fields.plain(quantity), "不小于 0 的数；时点指标填写的是当日数值");
                good = false;
            }
            if (ratio && denominator != null && denominator.signum() == 0) {
                findings.error(row.at(), Column.DENOMINATOR, "0", "大于 0 的分母");
                good = false;
            }
            if (denominator != null) {
                findings.size(row.at(), Column.DENOMINATOR, denominator);
                if (denominator.signum() < 0 && row.remark() == null) {
                    findings.error(row.at(), Column.REMARK, "空", "冲减的原因");
                    good = false;
                }
            }
            if (quantity != null
                    && quantity.signum() == 0
                    && (target.kind() == TargetKind.FLOW || target.kind() == TargetKind.MILESTONE)) {
                findings.error(
                        row.at(),
                        Column.QUANTITY,
                        Fields.plain(row.quantity().number()),
                        "换算为" + target.unit() + "后不为 0 的数量");
                good = false;
            }
            String nodeKey = "";
            Line.NodeLine node = null;
            if (row.nodeName() != null) {
                Line.NodeKey key = nodeKey(row.projectCode(), row.phase(), row.nodeName());
                node = nodes.merged().get(key);
                nodeKey = key.node();
                if (node == null && !nodeKeys.contains(key) && !file.leftOut(SheetKind.NODES, key.node())) {
                    List<Line.NodeKey> siblings = nodes.merged().keySet().stream()
                            .filter(each -> each.phase().equals(key.phase()))
                            .toList();
                    findings.error(
                            row.at(),
                            Column.NODE_NAME,
                            row.nodeName(),
                            "该分期已有的节点名称",
                            Nearest.to(nodeKey, siblings, Line.NodeKey::node)
                                    .map(Line.NodeKey::node)
                                    .orElse(null));
                }
                good &= node != null;
            }
            if (good) {
                recognitions.add(
                        row.at(),
                        new Line.RecognitionLine(
                                new Line.RecognitionLine.Key(
                                        phase.key(), target.key(), nodeKey, identity(row.batch(), row.evidence())),
                                phase.projectCode(),
                                phase.phaseName(),
                                target.code(),
                                row.date(),
                                Objects.requireNonNull(quantity),
                                denominator,
                                row.quantity().approx(),
                                node == null ? null : node.name(),
                                row.batch(),
                                row.evidence(),
                                row.remark()));
            }
        }
        refuseNegativeSums();
    }

    /** What makes a ledger row the same: its batch, or its evidence where there is no batch (semantics §2). */
    public static String identity(@Nullable String batch, String evidence) {
        return batch != null ? "b:" + NameKey.of(batch) : "e:" + NameKey.of(evidence);
    }

    /** A negative row may not take what the phase has for the target below zero; a stock is a value and not a sum. */
    private void refuseNegativeSums() {
        record Pot(Line.PhaseKey phase, String target) {}
        Map<Pot, BigDecimal> sums = new HashMap<>();
        recognitions
                .merged()
                .values()
                .forEach(line ->
                        sums.merge(new Pot(line.key().phase(), line.key().target()), line.quantity(), BigDecimal::add));
        for (Change<Line.RecognitionLine> change : recognitions.changes().changes()) {
            Line.RecognitionLine line = change.line();
            Line.TargetLine target = targets.merged().get(line.key().target());
            BigDecimal sum =
                    sums.getOrDefault(new Pot(line.key().phase(), line.key().target()), BigDecimal.ZERO);
            boolean lowered = line.quantity().signum() < 0
                    || change.before() != null
                            && line.quantity().compareTo(change.before().quantity()) < 0;
            if (sum.signum() < 0 && lowered && target != null && target.kind() != TargetKind.STOCK) {
                findings.error(
                        change.at(),
                        Column.QUANTITY,
                        Fields.plain(line.quantity()),
                        "冲减后不小于 0；该分期此指标合计会成为 " + Fields.plain(sum));
            }
        }
    }

    private void decisions() {
        for (DecisionRow row : file.decisions()) {
            Line.UnitLine lead = unit(row.at(), Column.LEAD, row.lead(), UnitNames.LEADS);
            if (lead != null) {
                decisions.add(
                        row.at(),
                        new Line.DecisionLine(
                                new Line.DecisionLine.Key(row.meetingDate(), NameKey.of(row.matter())),
                                row.matter(),
                                lead.key(),
                                lead.name(),
                                row.assisting().isEmpty() ? null : String.join(";", row.assisting()),
                                row.due(),
                                row.status(),
                                row.progress()));
            }
        }
    }

    private void blockers() {
        for (BlockerRow row : file.blockers()) {
            findings.length(row.at(), Column.RESPONSIBLE_UNIT, row.responsible(), 255);
            Line.PhaseLine phase = phase(row.at(), row.projectCode(), row.phase());
            Line.TargetLine target =
                    row.targetCode() == null ? null : target(row.at(), Column.TARGET_INVOLVED, row.targetCode());
            BigDecimal quantity = null;
            if (row.quantity() != null && target != null) {
                quantity = quantity(row.at(), Column.QUANTITY_INVOLVED, row.quantity(), target);
            } else if (row.quantity() != null && row.targetCode() == null) {
                findings.error(row.at(), Column.TARGET_INVOLVED, "空", "涉及指标的编码，因为写了涉及数量");
            }
            if (phase != null) {
                Line.UnitLine unit =
                        unitNames.find(row.responsible(), UnitNames.ANY).unit();
                blockers.add(
                        row.at(),
                        new Line.BlockerLine(
                                new Line.BlockerLine.Key(phase.key(), NameKey.of(row.problem())),
                                phase.projectCode(),
                                phase.phaseName(),
                                row.problem(),
                                row.cause(),
                                unit == null ? null : unit.key(),
                                unit == null ? row.responsible() : unit.name(),
                                row.raisedOn(),
                                row.due(),
                                target == null ? null : target.key(),
                                quantity,
                                row.quantity() != null && row.quantity().approx(),
                                row.status()));
            }
        }
    }

    private Line.@Nullable UnitLine unit(RowAt at, Column column, String written, Set<UnitKind> kinds) {
        UnitNames.Found found = unitNames.find(written, kinds);
        if (found.unit() == null && !file.leftOut(SheetKind.UNITS, NameKey.of(written))) {
            findings.error(at, column, written, found.expected(), found.suggestion());
        }
        return found.unit();
    }

    private Line.@Nullable PersonKey person(RowAt at, String written, String lead, Line.@Nullable PersonKey before) {
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

    private Line.@Nullable TargetLine target(RowAt at, Column column, String code) {
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

    private Line.@Nullable PhaseLine phase(RowAt at, String code, String phaseName) {
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

    private @Nullable BigDecimal quantity(RowAt at, Column column, Amount amount, Line.TargetLine target) {
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

    private <K, L extends Line> void refuseCircle(
            Sheet<K, L> sheet, Column column, java.util.function.Function<L, ? extends Collection<K>> next) {
        // The parser has told of circles that the file draws alone.
        if (file.problems().stream()
                .anyMatch(each ->
                        each.sheet().equals(sheet.kind.label()) && each.found().contains("成环"))) {
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

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : MeasureUnit.plain(value);
    }

    /** The rows of one sheet that are good so far, beside the records of the same sheet that the system has. */
    private final class Sheet<K, L extends Line> {
        private final SheetKind kind;
        private final Column where;
        private final Map<K, L> system;
        private final Map<K, L> merged;
        private final Map<K, RowAt> rows = new LinkedHashMap<>();
        private final List<Change<L>> changes = new ArrayList<>();
        private int unchanged;

        Sheet(SheetKind kind, Column where, Map<K, L> system) {
            this.kind = kind;
            this.where = where;
            this.system = system;
            this.merged = new LinkedHashMap<>(system);
        }

        @SuppressWarnings("unchecked") // the key of a line is the key of its sheet
        void add(RowAt at, L line) {
            add(at, line, system.get((K) line.key()));
        }

        @SuppressWarnings("unchecked") // the key of a line is the key of its sheet
        void add(RowAt at, L line, @Nullable L before) {
            K key = (K) line.key();
            RowAt first = rows.putIfAbsent(key, at);
            if (first != null) {
                findings.error(at, where, line.label(), "每条记录一行；与第 " + first.row() + " 行重复");
                return;
            }
            merged.put(key, line);
            if (line.equals(before)) {
                unchanged++;
            } else {
                changes.add(new Change<>(line, before, at));
            }
        }

        Map<K, L> merged() {
            return merged;
        }

        List<L> lines() {
            return rows.keySet().stream()
                    .map(key -> Objects.requireNonNull(merged.get(key)))
                    .toList();
        }

        @Nullable
        RowAt at(K key) {
            return rows.get(key);
        }

        SheetChanges<L> changes() {
            List<String> missing = file.present().contains(kind)
                    ? system.entrySet().stream()
                            .filter(each -> !rows.containsKey(each.getKey()))
                            .map(each -> each.getValue().label())
                            .toList()
                    : List.of();
            return new SheetChanges<>(kind, List.copyOf(changes), unchanged, missing);
        }
    }
}
