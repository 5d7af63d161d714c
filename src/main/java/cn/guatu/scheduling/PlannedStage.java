package cn.guatu.scheduling;

import cn.guatu.org.NameKey;
import cn.guatu.project.Node;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a stage becomes when its template is applied to a phase.
 *
 * @param stage the stage
 * @param start the last day it may begin
 * @param finish 计划完成 by the backward pass
 * @param existing the node of that name, or the one that counts for what the stage counts for, that the phase has already; null: one is
 *     created
 * @param kept whether the node stays as it is, because it is done
 */
public record PlannedStage(
        Stage stage,
        LocalDate start,
        LocalDate finish,
        @Nullable Node existing,
        boolean kept) {

    /** What the node is called afterwards: a node of the stage's name keeps its way of writing it. */
    public String name() {
        return existing == null || isRenamed() ? stage.name() : existing.name();
    }

    /** Whether the node was called otherwise: it takes the stage's name and keeps what it counts. */
    public boolean isRenamed() {
        return existing != null && !NameKey.of(existing.name()).equals(NameKey.of(stage.name()));
    }
}
