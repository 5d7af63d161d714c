package cn.guatu.project.schedule;

import java.time.LocalDate;

/**
 * When a node can and must be worked on (semantics §10). Starts and finishes are the first and the last working day that
 * it occupies; a node of 0 working days starts and finishes on the same day and keeps nobody waiting.
 *
 * @param earliestStart the first day it can start
 * @param earliestFinish the first day it can be finished
 * @param latestStart the last day it may start without endangering a required finish
 * @param latestFinish the last day it may be finished
 * @param totalFloat working days from the earliest to the latest start; negative when the plan cannot be kept (倒挂)
 * @param critical whether no node of its phase has less float
 */
public record NodeTimes(
        LocalDate earliestStart,
        LocalDate earliestFinish,
        LocalDate latestStart,
        LocalDate latestFinish,
        int totalFloat,
        boolean critical) {}
