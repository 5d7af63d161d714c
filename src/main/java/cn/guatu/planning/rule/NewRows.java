package cn.guatu.planning.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.UnitId;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.project.Category;
import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.Share;
import cn.guatu.target.Direction;
import cn.guatu.target.Pace;
import cn.guatu.target.Target;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Targets, projects and nodes made from a line of texts, be it the quick-add line or a line of a spreadsheet. What a line leaves open is
 * taken from where it is put: the department and leader of the target, the category of the project before.
 */
public final class NewRows {

    /**
     * What was understood of one line.
     *
     * @param texts as given
     * @param understood what it comes to, column by column
     * @param problem why it cannot be taken; null when it can
     * @param questions what must be confirmed
     * @param remarks what is worth knowing
     * @param changes what would be written; empty with a problem
     */
    public record Line(
            Map<DeskColumn, String> texts,
            Map<DeskColumn, String> understood,
            @Nullable String problem,
            List<String> questions,
            List<String> remarks,
            List<PlanChange> changes) {}

    private final Breakdown plan;
    private final Names names;
    private final Handles handles;
    private final Set<String> takenCodes;
    private final Set<String> takenTargets;
    private final Set<String> takenNodes = new HashSet<>();
    private int phasesAfter;
    private int nodesAfter;
    private int targetsAfter;

    /** New rows for a plan. */
    public NewRows(Breakdown plan, Handles handles) {
        this.plan = plan;
        this.names = new Names(plan);
        this.handles = handles;
        this.takenCodes = new HashSet<>(plan.takenCodes());
        this.takenTargets = plan.targets().stream()
                .map(each -> NameKey.ofCode(each.code()))
                .collect(Collectors.toCollection(HashSet::new));
        this.phasesAfter =
                plan.phases().stream().mapToInt(Phase::sortOrder).max().orElse(0);
        this.nodesAfter = plan.nodes().stream().mapToInt(Node::sortOrder).max().orElse(0);
        this.targetsAfter =
                plan.targets().stream().mapToInt(Target::sortOrder).max().orElse(0);
    }

    /** A top-level target, with its value as 预计 when the line names one. */
    public Line target(Map<DeskColumn, String> texts) {
        return line(texts, (understood, questions, remarks) -> {
            String name = required(texts, DeskColumn.NAME, "指标名称");
            String unit = required(texts, DeskColumn.UNIT, "单位");
            UnitId lead = names.unit(required(texts, DeskColumn.LEAD, "牵头科室"), Names.LEADS)
                    .id();
            String code = text(texts, DeskColumn.CODE);
            if (code.isEmpty()) {
                code = nextTarget();
            } else if (!takenTargets.add(NameKey.ofCode(code))) {
                throw new Unreadable("指标编码“" + code + "”已经有了。");
            }
            TargetId handle = handles.newTarget();
            String leader = text(texts, DeskColumn.LEADER);
            TargetData data = new TargetData(
                    handle,
                    plan.year(),
                    code,
                    name,
                    MeasureUnit.of(unit).name(),
                    TargetKind.FLOW,
                    Direction.UP,
                    null,
                    Pace.MONTH_LINEAR,
                    lead,
                    leader.isEmpty() ? null : leader,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ++targetsAfter);
            List<PlanChange> changes = new ArrayList<>(List.of(new PlanChange.OfTarget(null, data)));
            Written.About value = Written.quantity(text(texts, DeskColumn.QUANTITY), data.unit());
            if (value != null) {
                changes.add(new PlanChange.OfValue(handle, null, value.value()));
            }
            understood.put(DeskColumn.NAME, name);
            understood.put(DeskColumn.CODE, code);
            understood.put(DeskColumn.UNIT, data.unit());
            understood.put(DeskColumn.LEAD, names.unit(lead));
            understood.put(DeskColumn.LEADER, leader);
            understood.put(
                    DeskColumn.QUANTITY, value == null ? "" : Written.quantity(value.value(), data.unit(), false));
            return changes;
        });
    }

    /** A project of one phase, with one node that counts for the target when there is one. */
    public Line project(@Nullable Target target, Map<DeskColumn, String> texts) {
        return line(texts, (understood, questions, remarks) -> {
            String name = required(texts, DeskColumn.NAME, "项目名称");
            List<Share> shares = Written.shares(text(texts, DeskColumn.STREET), names);
            UnitId lead = lead(target, text(texts, DeskColumn.LEAD));
            String leader = text(texts, DeskColumn.LEADER);
            if (leader.isEmpty() && target != null && target.leader() != null) {
                leader = target.leader();
            }
            Names.Owner owner = owner(text(texts, DeskColumn.OWNER), lead, remarks);
            String code = code(text(texts, DeskColumn.CODE));
            String phaseName = text(texts, DeskColumn.PHASE);
            PhaseId handle = handles.newPhase();
            PhaseData data = new PhaseData(
                    handle,
                    code,
                    plan.year(),
                    phaseName.isEmpty() ? DeskRows.ONLY_PHASE : phaseName,
                    name,
                    category(target),
                    PlanNature.PLANNED,
                    lead,
                    leader.isEmpty() ? null : leader,
                    owner.name(),
                    owner.id(),
                    null,
                    null,
                    null,
                    List.of(),
                    shares,
                    ++phasesAfter);
            List<PlanChange> changes = new ArrayList<>(List.of(new PlanChange.OfPhase(null, data)));
            understood.put(DeskColumn.NAME, name);
            understood.put(DeskColumn.CODE, code);
            understood.put(DeskColumn.STREET, Written.shares(shares, names));
            understood.put(DeskColumn.LEAD, names.unit(lead));
            understood.put(DeskColumn.LEADER, leader);
            understood.put(DeskColumn.OWNER, owner.name());
            if (target != null) {
                changes.add(counted(target, handle, "完成" + target.name(), texts, Map.of(), understood, questions));
            }
            return changes;
        });
    }

    /** A node of a phase; it counts for the target when there is one. */
    public Line node(Phase phase, @Nullable Target target, Map<DeskColumn, String> texts) {
        return line(texts, (understood, questions, remarks) -> {
            String name = required(texts, DeskColumn.NAME, "节点名称");
            String key = NameKey.of(name);
            boolean taken = plan.nodesOf(phase.id()).stream()
                    .anyMatch(each -> NameKey.of(each.name()).equals(key));
            if (taken || !takenNodes.add(phase.id().value() + "/" + key)) {
                throw new Unreadable("“" + phase.projectName() + "”已经有节点“" + name + "”。");
            }
            understood.put(DeskColumn.NAME, name);
            String ownerText = text(texts, DeskColumn.OWNER);
            Map<DeskColumn, Names.Owner> owner =
                    ownerText.isEmpty() ? Map.of() : Map.of(DeskColumn.OWNER, owner(ownerText, phase.lead(), remarks));
            if (!ownerText.isEmpty()) {
                understood.put(DeskColumn.OWNER, ownerText);
            }
            boolean counts = target != null && !text(texts, DeskColumn.QUANTITY).isEmpty();
            return List.of(counted(counts ? target : null, phase.id(), name, texts, owner, understood, questions));
        });
    }

    private PlanChange counted(
            @Nullable Target target,
            PhaseId phase,
            String name,
            Map<DeskColumn, String> texts,
            Map<DeskColumn, Names.Owner> owners,
            Map<DeskColumn, String> understood,
            List<String> questions) {
        Written.About quantity =
                target == null ? null : Written.quantity(text(texts, DeskColumn.QUANTITY), target.unit());
        LocalDate day = Written.day(text(texts, DeskColumn.DUE), plan.year());
        Integer duration = Written.duration(text(texts, DeskColumn.DURATION));
        questions.addAll(
                Doubts.ofDay(plan.year(), plan.phase(phase).map(Phase::startsOn).orElse(null), name, day));
        NodeId handle = handles.newNode();
        Names.Owner owner = owners.get(DeskColumn.OWNER);
        NodeData data = new NodeData(
                handle,
                phase,
                name,
                day == null ? Breakdown.assumedDay(plan.year()) : day,
                null,
                null,
                owner == null ? null : owner.name(),
                owner == null ? null : owner.id(),
                null,
                duration,
                target == null ? null : target.id(),
                quantity == null ? null : quantity.value(),
                quantity != null && quantity.approx(),
                null,
                ++nodesAfter);
        understood.put(
                DeskColumn.QUANTITY,
                quantity == null || target == null
                        ? ""
                        : Written.quantity(quantity.value(), target.unit(), quantity.approx()) + " " + target.unit());
        understood.put(DeskColumn.DUE, day == null ? "" : day.toString());
        understood.put(DeskColumn.DURATION, duration == null ? "" : duration.toString());
        return new PlanChange.OfNode(null, data, Set.of(), day == null, false);
    }

    private UnitId lead(@Nullable Target target, String text) {
        if (!text.isEmpty()) {
            return names.unit(text, Names.LEADS).id();
        }
        if (target == null) {
            throw new Unreadable("请填写牵头科室。");
        }
        return target.lead();
    }

    private Names.Owner owner(String text, UnitId lead, List<String> remarks) {
        Names.Owner owner = names.owner(text, lead);
        if (owner.id() == null && !Breakdown.isNobody(owner.name())) {
            remarks.add("“" + owner.name() + "”不在人员名单中，按姓名登记。");
        }
        return owner;
    }

    private Category category(@Nullable Target target) {
        List<Phase> before = plan.phases().stream()
                .filter(phase -> target == null
                        || plan.nodesOf(phase.id()).stream()
                                .anyMatch(node -> Objects.equals(node.target(), target.id())))
                .toList();
        return before.isEmpty() ? Category.OTHER : before.getLast().category();
    }

    /** A code as written, or the next free one of the year: XM26-001. */
    private String code(String text) {
        if (!text.isEmpty()) {
            if (!takenCodes.add(NameKey.ofCode(text))) {
                throw new Unreadable("项目编码“" + text + "”已被使用；留空则自动编号。");
            }
            return text;
        }
        String prefix = "XM%02d-".formatted(plan.year() % 100);
        for (int number = 1; ; number++) {
            String code = prefix + "%03d".formatted(number);
            if (takenCodes.add(NameKey.ofCode(code))) {
                return code;
            }
        }
    }

    private String nextTarget() {
        for (int number = 1; ; number++) {
            String code = "ZB-%02d".formatted(number);
            if (takenTargets.add(NameKey.ofCode(code))) {
                return code;
            }
        }
    }

    private interface Reading {
        List<PlanChange> read(Map<DeskColumn, String> understood, List<String> questions, List<String> remarks);
    }

    private static Line line(Map<DeskColumn, String> texts, Reading reading) {
        Map<DeskColumn, String> understood = new EnumMap<>(DeskColumn.class);
        List<String> questions = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        try {
            List<PlanChange> changes = reading.read(understood, questions, remarks);
            return new Line(texts, understood, null, questions, remarks, changes);
        } catch (Unreadable problem) {
            return new Line(texts, understood, problem.sentence(), List.of(), List.of(), List.of());
        }
    }

    private static String text(Map<DeskColumn, String> texts, DeskColumn column) {
        return texts.getOrDefault(column, "").strip();
    }

    private static String required(Map<DeskColumn, String> texts, DeskColumn column, String what) {
        String text = text(texts, column);
        if (text.isEmpty()) {
            throw new Unreadable("请填写" + what + "。");
        }
        return text;
    }
}
