package cn.guatu.planning.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Undo and redo of one person on one page. Each entry says how to take back, or to do again, what was done. */
public final class Steps {

    private static final int MOST = 100;

    private final Deque<PlanStep> undo = new ArrayDeque<>();
    private final Deque<PlanStep> redo = new ArrayDeque<>();

    /** Notes a new step by what takes it back; what could have been redone is gone. */
    public void did(PlanStep inverse) {
        redo.clear();
        push(undo, inverse);
    }

    /** What would be undone next. */
    public Optional<PlanStep> nextUndo() {
        return Optional.ofNullable(undo.peek());
    }

    /** What would be done again next. */
    public Optional<PlanStep> nextRedo() {
        return Optional.ofNullable(redo.peek());
    }

    /** Notes that the next step to undo was undone, by what does it again. */
    public void undid(PlanStep inverse) {
        undo.pop();
        push(redo, inverse);
    }

    /** Notes that the next step to redo was done again, by what takes it back. */
    public void redid(PlanStep inverse) {
        redo.pop();
        push(undo, inverse);
    }

    /** Forgets a step that can no longer be undone because somebody has built on it. */
    public void dropUndo() {
        undo.poll();
    }

    /** Forgets a step that can no longer be done again. */
    public void dropRedo() {
        redo.poll();
    }

    private static void push(Deque<PlanStep> stack, PlanStep step) {
        stack.push(step);
        if (stack.size() > MOST) {
            stack.removeLast();
        }
    }
}
