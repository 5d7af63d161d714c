package cn.guatu.planning.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.Unit;
import cn.guatu.project.Assisting;
import cn.guatu.project.Category;
import cn.guatu.project.Node;
import cn.guatu.project.NodeDraft;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseDraft;
import cn.guatu.project.PlanNature;
import cn.guatu.project.schedule.DayDoubts;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.Target;
import cn.guatu.target.TargetData;
import cn.guatu.target.TargetDraft;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record says beyond the columns of the desk, as it is filled in beside the table. */
public final class Details {

    /**
     * Of a target.
     *
     * @param kind 类型
     * @param direction 方向
     * @param base 基期值 as written
     * @param pace 序时方式
     * @param weight 权重 as written; empty counts as 1
     * @param source 来源
     * @param definition 口径
     * @param parent 上级指标
     * @param ofWhich 其中关系
     */
    public record OfTarget(
            TargetKind kind,
            Direction direction,
            String base,
            Pace pace,
            String weight,
            String source,
            String definition,
            @Nullable TargetId parent,
            @Nullable OfWhich ofWhich) {}

    /**
     * Of a phase.
     *
     * @param category 类别
     * @param nature 计划性质
     * @param startsOn when its first nodes may start
     * @param implementer 实施主体
     * @param assisting 配合单位 as written
     * @param remark 备注
     */
    public record OfPhase(
            Category category,
            PlanNature nature,
            @Nullable LocalDate startsOn,
            String implementer,
            String assisting,
            String remark) {}

    /**
     * Of a node.
     *
     * @param target 计入指标
     * @param quantity 计入数量 as written
     * @param forecast 预计完成
     * @param weight 权重 as written; empty counts as 1
     * @param basis 依据
     */
    public record OfNode(
            @Nullable TargetId target,
            String quantity,
            @Nullable LocalDate forecast,
            String weight,
            String basis) {}

    private Details() {}

    /** What it would change. @throws Unreadable when something is no number, or does not go together */
    public static Understanding of(Breakdown plan, Target target, OfTarget wanted) {
        if (wanted.kind() != target.kind() && isCounted(plan, target)) {
            throw new Unreadable("已有节点计入“" + target.name() + "”，不能再改类型。");
        }
        boolean free = wanted.kind() == TargetKind.STOCK || wanted.kind() == TargetKind.RATIO;
        if (wanted.direction() == Direction.DOWN && !free) {
            throw new Unreadable("只有时点和比率指标可以“越小越好”。");
        }
        Written.About base = Written.quantity(wanted.base(), target.unit());
        if (wanted.direction() == Direction.DOWN && base == null) {
            throw new Unreadable("“越小越好”的指标请填写基期值。");
        }
        if (target.id().equals(wanted.parent())) {
            throw new Unreadable("指标不能是自己的上级。");
        }
        if ((wanted.parent() == null) != (wanted.ofWhich() == null)) {
            throw new Unreadable("上级指标和其中关系要么都填，要么都不填。");
        }
        TargetData after = TargetDraft.of(target)
                .kind(wanted.kind())
                .direction(wanted.direction())
                .baseValue(base == null ? null : base.value())
                .pace(wanted.pace())
                .weight(weight(wanted.weight()))
                .source(orNull(wanted.source()))
                .definition(orNull(wanted.definition()))
                .partOf(wanted.parent(), wanted.ofWhich())
                .made();
        return after.equals(TargetDraft.of(target).made())
                ? Understanding.nothing()
                : step(target.name(), new PlanChange.OfTarget(target, after), List.of());
    }

    /** What it would change. @throws Unreadable when a unit is written twice */
    public static Understanding of(Breakdown plan, Phase phase, OfPhase wanted) {
        PhaseData after = PhaseDraft.of(phase)
                .category(wanted.category())
                .nature(wanted.nature())
                .startsOn(wanted.startsOn())
                .implementer(orNull(wanted.implementer()))
                .assisting(assisting(plan, wanted.assisting()))
                .remark(orNull(wanted.remark()))
                .made();
        List<String> questions = Doubts.ofStart(plan, phase, wanted.startsOn());
        return after.equals(PhaseDraft.of(phase).made())
                ? Understanding.nothing()
                : step(phase.projectName(), new PlanChange.OfPhase(phase, after), questions);
    }

    /** What it would change. @throws Unreadable when the quantity is none */
    public static Understanding of(Breakdown plan, Node node, OfNode wanted) {
        Target target =
                wanted.target() == null ? null : plan.target(wanted.target()).orElse(null);
        if (target == null && !wanted.quantity().isBlank()) {
            throw new Unreadable("填了数量，请选择它计入哪个指标。");
        }
        Written.About quantity = target == null ? null : Written.quantity(wanted.quantity(), target.unit());
        NodeDraft draft = NodeDraft.of(node)
                .target(target == null ? null : target.id())
                .quantity(quantity == null ? null : quantity.value(), quantity != null && quantity.approx())
                .forecast(wanted.forecast())
                .weight(weight(wanted.weight()))
                .basis(orNull(wanted.basis()));
        boolean undated = plan.undated().contains(node.id());
        return draft.made().equals(NodeDraft.of(node).made())
                ? Understanding.nothing()
                : step(
                        node.name(),
                        new PlanChange.OfNode(node, draft.made(), node.predecessors(), undated, undated),
                        forecast(plan, node, wanted.forecast()));
    }

    /** A forecast beyond the year says that the year is missed: it is asked about once, when it is entered. */
    private static List<String> forecast(Breakdown plan, Node node, @Nullable LocalDate day) {
        LocalDate start = plan.phase(node.phase()).map(Phase::startsOn).orElse(null);
        return Objects.equals(day, node.forecast())
                ? List.of()
                : DayDoubts.of(plan.year(), start, "“" + node.name() + "”的预计完成", day);
    }

    private static boolean isCounted(Breakdown plan, Target target) {
        return plan.nodes().stream().anyMatch(node -> Objects.equals(node.target(), target.id()));
    }

    private static Understanding step(String name, PlanChange change, List<String> questions) {
        return new Understanding(new PlanStep("修改“" + name + "”的详情", List.of(change)), questions, List.of());
    }

    private static @Nullable BigDecimal weight(String text) {
        String folded = NameKey.of(text);
        if (folded.isEmpty()) {
            return null;
        }
        if (!folded.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new Unreadable("权重是不小于 0 的数，例如 1、2.5。");
        }
        return new BigDecimal(folded);
    }

    private static List<Assisting> assisting(Breakdown plan, String text) {
        List<Assisting> parts = new ArrayList<>();
        for (String part : text.split("[;；、,，\\n]")) {
            String name = part.strip();
            if (name.isEmpty()) {
                continue;
            }
            String key = NameKey.of(name);
            Unit unit = plan.units().stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElse(null);
            if (parts.stream().anyMatch(each -> NameKey.of(each.name()).equals(key))) {
                throw new Unreadable("配合单位“" + name + "”写了两次。");
            }
            parts.add(new Assisting(unit == null ? null : unit.id(), unit == null ? name : unit.name()));
        }
        return parts;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
