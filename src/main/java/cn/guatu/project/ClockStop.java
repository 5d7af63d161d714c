package cn.guatu.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which the clock of a node stands still (停计时).
 *
 * @param id its identity; null for one that is to be created
 * @param node the node
 * @param kind why
 * @param from the first day
 * @param to the last day; null: it still stands
 * @param reason in words, with the document when there is one
 */
public record ClockStop(
        @Nullable Long id,
        NodeId node,
        StopKind kind,
        LocalDate from,
        @Nullable LocalDate to,
        String reason) {}
