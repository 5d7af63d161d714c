package cn.guatu.project;

import cn.guatu.org.PersonId;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A node being written down: begun new or from what there is, changed thing by thing, and made. What is not said stays as it was. */
public final class NodeDraft {

    private @Nullable NodeId id;
    private PhaseId phase;
    private String name;
    private LocalDate planned;
    private @Nullable LocalDate forecast;
    private @Nullable LocalDate actual;
    private @Nullable String owner;
    private @Nullable PersonId ownerId;
    private @Nullable BigDecimal weight;
    private @Nullable Integer durationDays;
    private @Nullable TargetId target;
    private @Nullable BigDecimal quantity;
    private boolean approx;
    private @Nullable String basis;
    private int sortOrder;

    private NodeDraft(NodeData now) {
        id = now.id();
        phase = now.phase();
        name = now.name();
        planned = now.planned();
        forecast = now.forecast();
        actual = now.actual();
        owner = now.owner();
        ownerId = now.ownerId();
        weight = now.weight();
        durationDays = now.durationDays();
        target = now.target();
        quantity = now.quantity();
        approx = now.approx();
        basis = now.basis();
        sortOrder = now.sortOrder();
    }

    /** A node that is not there yet. */
    public static NodeDraft create(PhaseId phase, String name, LocalDate planned) {
        return new NodeDraft(new NodeData(
                null, phase, name, planned, null, null, null, null, null, null, null, null, false, null, 0));
    }

    /** What somebody already wants. */
    public static NodeDraft of(NodeData wanted) {
        return new NodeDraft(wanted);
    }

    /** The node as it is. */
    public static NodeDraft of(Node node) {
        return new NodeDraft(new NodeData(
                node.id(),
                node.phase(),
                node.name(),
                node.planned(),
                node.forecast(),
                node.actual(),
                node.owner(),
                node.ownerId(),
                node.weight(),
                node.durationDays(),
                node.target(),
                node.quantity(),
                node.approx(),
                node.basis(),
                node.sortOrder()));
    }

    /** Which node is meant; null creates one. */
    public NodeDraft id(@Nullable NodeId wanted) {
        id = wanted;
        return this;
    }

    /** The phase it belongs to. */
    public NodeDraft phase(PhaseId wanted) {
        phase = wanted;
        return this;
    }

    /** 节点名称. */
    public NodeDraft name(String wanted) {
        name = wanted;
        return this;
    }

    /** 计划完成. */
    public NodeDraft planned(LocalDate wanted) {
        planned = wanted;
        return this;
    }

    /** 预计完成. */
    public NodeDraft forecast(@Nullable LocalDate wanted) {
        forecast = wanted;
        return this;
    }

    /** 实际完成; null: open. */
    public NodeDraft actual(@Nullable LocalDate wanted) {
        actual = wanted;
        return this;
    }

    /** 权重; null counts as 1. */
    public NodeDraft weight(@Nullable BigDecimal wanted) {
        weight = wanted;
        return this;
    }

    /** 工期 in working days; null counts as 0. */
    public NodeDraft duration(@Nullable Integer wanted) {
        durationDays = wanted;
        return this;
    }

    /** 计入指标; null: completing it recognises nothing. */
    public NodeDraft target(@Nullable TargetId wanted) {
        target = wanted;
        return this;
    }

    /** 依据. */
    public NodeDraft basis(@Nullable String wanted) {
        basis = wanted;
        return this;
    }

    /** Its place in the list. */
    public NodeDraft order(int wanted) {
        sortOrder = wanted;
        return this;
    }

    /** 责任人 as written, and the person that is meant; null: the owner of the phase. */
    public NodeDraft owner(@Nullable String written, @Nullable PersonId meant) {
        owner = written;
        ownerId = meant;
        return this;
    }

    /** 计入数量 in the unit of the target, and whether it is 约. */
    public NodeDraft quantity(@Nullable BigDecimal value, boolean about) {
        quantity = value;
        approx = about;
        return this;
    }

    /** What has been written down. */
    public NodeData made() {
        return new NodeData(
                id,
                phase,
                name,
                planned,
                forecast,
                actual,
                owner,
                ownerId,
                weight,
                durationDays,
                target,
                quantity,
                approx,
                basis,
                sortOrder);
    }
}
