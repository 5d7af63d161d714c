package cn.guatu.planning.rule;

import cn.guatu.org.NameKey;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.project.Node;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseDraft;
import cn.guatu.target.Target;
import cn.guatu.target.TargetDraft;
import cn.guatu.target.TargetVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a text typed into a cell of the desk would change. */
public final class CellEdits {

    private final Breakdown plan;
    private final Names names;
    private final List<PlanChange> changes = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private CellEdits(Breakdown plan) {
        this.plan = plan;
        this.names = new Names(plan);
    }

    /**
     * What the text would change.
     *
     * @throws Unreadable when it means nothing there
     */
    public static Understanding of(Breakdown plan, DeskRow row, DeskColumn column, String text) {
        CellEdits edit = new CellEdits(plan);
        if (row.cell(column).equals(text.strip())) {
            return Understanding.nothing();
        }
        switch (row.kind()) {
            case TARGET -> edit.target(target(plan, row), column, text.strip());
            case PHASE -> edit.phase(phase(plan, row), row, column, text.strip());
            case NODE -> edit.node(node(plan, row), column, text.strip());
            case LOOSE -> throw new Unreadable("这一行只是分组，不能修改。");
        }
        String words = "修改“" + row.cell(DeskColumn.NAME) + "”的" + column.label();
        return edit.changes.isEmpty()
                ? Understanding.nothing()
                : new Understanding(new PlanStep(words, edit.changes), edit.questions, edit.remarks);
    }

    /** The target of a row. @throws Unreadable when somebody has removed it */
    public static Target target(Breakdown plan, DeskRow row) {
        return plan.target(Objects.requireNonNull(row.target())).orElseThrow(CellEdits::gone);
    }

    /** The phase of a row. @throws Unreadable when somebody has removed it */
    public static Phase phase(Breakdown plan, DeskRow row) {
        return plan.phase(Objects.requireNonNull(row.phase())).orElseThrow(CellEdits::gone);
    }

    /** The node of a row. @throws Unreadable when somebody has removed it */
    public static Node node(Breakdown plan, DeskRow row) {
        return plan.node(Objects.requireNonNull(row.node())).orElseThrow(CellEdits::gone);
    }

    private static Unreadable gone() {
        return new Unreadable("这一行已被他人删除。");
    }

    private void target(Target target, DeskColumn column, String text) {
        TargetDraft now = TargetDraft.of(target);
        switch (column) {
            case NAME -> change(target, now.name(required(text, "指标名称")));
            case CODE -> change(target, now.code(required(text, "指标编码")));
            case UNIT -> {
                if (plan.isMeasured(target)) {
                    throw new Unreadable("“" + target.name() + "”已有目标值或数量，不能再改单位；请先清空，或另建指标。");
                }
                change(target, now.unit(MeasureUnit.of(required(text, "单位")).name()));
            }
            case LEAD -> change(target, now.lead(names.unit(text, Names.LEADS).id()));
            case LEADER -> change(target, now.leader(text.isEmpty() ? null : text));
            case QUANTITY -> value(target, text);
            default -> throw new Unreadable("指标没有“" + column.label() + "”。");
        }
    }

    private void value(Target target, String text) {
        if (!plan.onlyProvisional().contains(target.id())) {
            throw new Unreadable("“" + target.name() + "”的目标值已正式下达，请在“目标版本”中提出调整，由责任领导批准。");
        }
        Written.About wanted = Written.quantity(text, target.unit());
        TargetVersion value = plan.values().get(target.id());
        changes.add(new PlanChange.OfValue(
                target.id(), value == null ? null : value.value(), wanted == null ? null : wanted.value()));
    }

    private void change(Target target, TargetDraft after) {
        changes.add(new PlanChange.OfTarget(target, after.made()));
    }

    private void phase(Phase phase, DeskRow row, DeskColumn column, String text) {
        PhaseDraft now = PhaseDraft.of(phase);
        switch (column) {
            case NAME -> change(phase, now.projectName(required(text, "项目名称")));
            case PHASE -> change(phase, now.name(text.isEmpty() ? DeskRows.ONLY_PHASE : text));
            case STREET -> change(phase, now.shares(Written.shares(text, names)));
            case LEAD -> change(phase, now.lead(names.unit(text, Names.LEADS).id()));
            case LEADER -> change(phase, now.leader(text.isEmpty() ? null : text));
            case OWNER -> {
                Names.Owner owner = owner(text, phase);
                change(phase, now.owner(owner.name(), owner.id()));
            }
            case QUANTITY, DUE -> onlyNode(phase, row, column, text);
            case CODE -> throw new Unreadable("项目编码是项目多年的身份，不能修改。");
            default -> throw new Unreadable("项目没有“" + column.label() + "”。");
        }
    }

    private void change(Phase phase, PhaseDraft after) {
        changes.add(new PlanChange.OfPhase(phase, after.made()));
    }

    /** The quantity and the date of a project's row are those of its only node for the target. */
    private void onlyNode(Phase phase, DeskRow row, DeskColumn column, String text) {
        List<Node> counted = plan.nodesOf(phase.id()).stream()
                .filter(node -> Objects.equals(node.target(), row.target()))
                .toList();
        if (counted.size() > 1) {
            throw new Unreadable(
                    "“" + phase.projectName() + "”有 " + counted.size() + " 个节点，请在节点行修改" + column.label() + "。");
        }
        if (counted.isEmpty()) {
            throw new Unreadable("“" + phase.projectName() + "”还没有节点，请先新增节点。");
        }
        node(counted.getFirst(), column, text);
    }

    private void node(Node node, DeskColumn column, String text) {
        NodeDraft now = NodeDraft.of(node);
        boolean undated = plan.undated().contains(node.id());
        Phase phase = plan.phase(node.phase()).orElseThrow(CellEdits::gone);
        switch (column) {
            case NAME -> change(node, now.name(required(text, "节点名称")), node.predecessors(), undated);
            case OWNER -> {
                Names.Owner owner = text.isEmpty() ? null : owner(text, phase);
                NodeDraft after = owner == null ? now.owner(null, null) : now.owner(owner.name(), owner.id());
                change(node, after, node.predecessors(), undated);
            }
            case QUANTITY -> {
                Target target = node.target() == null
                        ? null
                        : plan.target(node.target()).orElse(null);
                if (target == null) {
                    throw new Unreadable("这个节点不计入指标，没有数量；把它拖到指标下的项目里即可计入。");
                }
                Written.About about = Written.quantity(text, target.unit());
                change(
                        node,
                        now.quantity(about == null ? null : about.value(), about != null && about.approx()),
                        node.predecessors(),
                        undated);
            }
            case DUE -> {
                LocalDate day = Written.day(text, plan.year());
                questions.addAll(Doubts.of(plan, phase, node, day));
                change(
                        node,
                        now.planned(day == null ? Breakdown.assumedDay(plan.year()) : day),
                        node.predecessors(),
                        day == null);
            }
            case DURATION -> change(node, now.duration(Written.duration(text)), node.predecessors(), undated);
            case WAITS -> change(node, now, waits(node, text), undated);
            default -> throw new Unreadable("节点没有“" + column.label() + "”。");
        }
    }

    private void change(Node node, NodeDraft after, Set<NodeId> waits, boolean undated) {
        changes.add(new PlanChange.OfNode(
                node, after.made(), waits, undated, plan.undated().contains(node.id())));
    }

    private Set<NodeId> waits(Node node, String text) {
        Set<NodeId> waits = new HashSet<>();
        for (String part : text.split("[;；、,，\\n]")) {
            if (!part.isBlank()) {
                waits.add(waited(node, part.strip()));
            }
        }
        return waits;
    }

    private NodeId waited(Node node, String text) {
        String[] address = text.split("/");
        for (Node each : plan.nodes()) {
            Phase phase = plan.phase(each.phase()).orElseThrow(CellEdits::gone);
            boolean meant = address.length == 3
                    ? NameKey.ofCode(phase.projectCode()).equals(NameKey.ofCode(address[0]))
                            && NameKey.of(phase.name()).equals(NameKey.of(address[1]))
                            && NameKey.of(each.name()).equals(NameKey.of(address[2]))
                    : each.phase().equals(node.phase())
                            && NameKey.of(each.name()).equals(NameKey.of(text));
            if (meant) {
                return each.id();
            }
        }
        throw new Unreadable("没有名为“" + text + "”的节点；同一项目写节点名称，其他项目写“项目编码/分期/节点”。");
    }

    private Names.Owner owner(String text, Phase phase) {
        Names.Owner owner = names.owner(text, phase.lead());
        if (owner.id() == null && !Breakdown.isNobody(owner.name())) {
            remarks.add("“" + owner.name() + "”不在人员名单中，按姓名登记。");
        }
        return owner;
    }

    private static String required(String text, String what) {
        if (text.isEmpty()) {
            throw new Unreadable(what + "不能为空。");
        }
        return text;
    }
}
