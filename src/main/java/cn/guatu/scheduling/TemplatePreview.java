package cn.guatu.scheduling;

import cn.guatu.project.Node;
import java.util.List;

/**
 * What applying a template to a phase would make of it; nothing is saved.
 *
 * @param template the template
 * @param stages what each stage becomes
 * @param invertedBy 倒挂 in working days; 0 when there is time enough
 * @param inversion 倒挂 in a sentence; empty when there is time enough
 * @param outsideYear names of stages whose date lies outside the plan year: to be asked about, not silently taken
 * @param closing open nodes that count for a target and wait for nothing: they come after the last stages, on the required finish
 * @param others names of nodes of the phase that the template does not know; they stay
 */
public record TemplatePreview(
        StageTemplate template,
        List<PlannedStage> stages,
        int invertedBy,
        String inversion,
        List<String> outsideYear,
        List<Node> closing,
        List<String> others) {
    /** Keeps its own copies of the lists. */
    public TemplatePreview {
        stages = List.copyOf(stages);
        outsideYear = List.copyOf(outsideYear);
        closing = List.copyOf(closing);
        others = List.copyOf(others);
    }
}
