package cn.guatu.planning.rule;

import cn.guatu.org.PersonId;
import cn.guatu.project.Node;
import cn.guatu.project.NodeData;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A node with one thing changed. */
final class NodeFields {

    private final NodeData now;

    NodeFields(Node node) {
        this.now = Contents.of(node);
    }

    NodeFields(NodeData data) {
        this.now = data;
    }

    NodeData made() {
        return now;
    }

    NodeData name(String name) {
        return new NodeData(
                now.id(),
                now.phase(),
                name,
                now.planned(),
                now.forecast(),
                now.actual(),
                now.owner(),
                now.ownerId(),
                now.weight(),
                now.durationDays(),
                now.target(),
                now.quantity(),
                now.approx(),
                now.basis(),
                now.sortOrder());
    }

    NodeData planned(LocalDate planned) {
        return new NodeData(
                now.id(),
                now.phase(),
                now.name(),
                planned,
                now.forecast(),
                now.actual(),
                now.owner(),
                now.ownerId(),
                now.weight(),
                now.durationDays(),
                now.target(),
                now.quantity(),
                now.approx(),
                now.basis(),
                now.sortOrder());
    }

    NodeData owner(@Nullable String owner, @Nullable PersonId ownerId) {
        return new NodeData(
                now.id(),
                now.phase(),
                now.name(),
                now.planned(),
                now.forecast(),
                now.actual(),
                owner,
                ownerId,
                now.weight(),
                now.durationDays(),
                now.target(),
                now.quantity(),
                now.approx(),
                now.basis(),
                now.sortOrder());
    }

    NodeData quantity(@Nullable BigDecimal quantity, boolean approx) {
        return new NodeData(
                now.id(),
                now.phase(),
                now.name(),
                now.planned(),
                now.forecast(),
                now.actual(),
                now.owner(),
                now.ownerId(),
                now.weight(),
                now.durationDays(),
                now.target(),
                quantity,
                approx,
                now.basis(),
                now.sortOrder());
    }

    NodeData duration(@Nullable Integer days) {
        return new NodeData(
                now.id(),
                now.phase(),
                now.name(),
                now.planned(),
                now.forecast(),
                now.actual(),
                now.owner(),
                now.ownerId(),
                now.weight(),
                days,
                now.target(),
                now.quantity(),
                now.approx(),
                now.basis(),
                now.sortOrder());
    }

    NodeData placed(PhaseId phase, @Nullable TargetId target, @Nullable BigDecimal quantity, int sortOrder) {
        return new NodeData(
                now.id(),
                phase,
                now.name(),
                now.planned(),
                now.forecast(),
                now.actual(),
                now.owner(),
                now.ownerId(),
                now.weight(),
                now.durationDays(),
                target,
                quantity,
                now.approx(),
                now.basis(),
                sortOrder);
    }

    NodeData copied(NodeId id, PhaseId phase, String name) {
        return new NodeData(
                id,
                phase,
                name,
                now.planned(),
                null,
                null,
                now.owner(),
                now.ownerId(),
                now.weight(),
                now.durationDays(),
                now.target(),
                now.quantity(),
                now.approx(),
                now.basis(),
                now.sortOrder());
    }
}
