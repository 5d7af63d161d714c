package cn.guatu.districtmap;

import java.util.List;

/**
 * An uploaded map that was read and not yet taken.
 *
 * @param shapes what could be read, also when there are problems: it is shown as a preview
 * @param problems the serious ones first
 */
public record MapDraft(List<MapShape> shapes, List<MapProblem> problems) {

    /** The lists are copied. */
    public MapDraft {
        shapes = List.copyOf(shapes);
        problems = List.copyOf(problems);
    }

    /** Whether it can be taken. */
    public boolean isSound() {
        return !shapes.isEmpty() && problems.stream().noneMatch(MapProblem::serious);
    }
}
