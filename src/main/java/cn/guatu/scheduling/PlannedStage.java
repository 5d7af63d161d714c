package cn.guatu.scheduling;

import cn.guatu.project.Node;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a stage becomes when its template is applied to a phase.
 *
 * @param stage the stage
 * @param start the last day it may begin
 * @param finish 计划完成 by the backward pass
 * @param existing the node of that name that the phase has already; null: one is created
 * @param kept whether the node stays as it is, because it is done
 */
public record PlannedStage(
        Stage stage,
        LocalDate start,
        LocalDate finish,
        @Nullable Node existing,
        boolean kept) {}
