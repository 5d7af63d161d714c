package cn.guatu.planning.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of something that a person typed, dragged or pasted.
 *
 * @param step what to do; null when nothing would change
 * @param questions what must be confirmed first, as sentences
 * @param remarks what is worth knowing afterwards
 */
public record Understanding(@Nullable PlanStep step, List<String> questions, List<String> remarks) {

    /** Lists are copied. */
    public Understanding {
        questions = List.copyOf(questions);
        remarks = List.copyOf(remarks);
    }

    /** Nothing would change. */
    public static Understanding nothing() {
        return new Understanding(null, List.of(), List.of());
    }
}
