package cn.guatu.scheduling;

import java.util.List;

/**
 * What applying a template to a phase would make of it; nothing is saved.
 *
 * @param template the template
 * @param stages what each stage becomes
 * @param inversion 倒挂 in a sentence; empty when there is time enough
 * @param outsideYear names of stages whose date lies outside the plan year: to be asked about, not silently taken
 * @param others names of nodes of the phase that the template does not know; they stay
 */
public record TemplatePreview(
        StageTemplate template,
        List<PlannedStage> stages,
        String inversion,
        List<String> outsideYear,
        List<String> others) {
    /** Keeps its own copies of the lists. */
    public TemplatePreview {
        stages = List.copyOf(stages);
        outsideYear = List.copyOf(outsideYear);
        others = List.copyOf(others);
    }
}
