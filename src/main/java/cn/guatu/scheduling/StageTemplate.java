package cn.guatu.scheduling;

import cn.guatu.project.Category;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number of a stage template (阶段模板): a graph without cycles, with parallel branches and joins.
 *
 * @param id its identity
 * @param name what all its numbers are called
 * @param number counts its changes from 1
 * @param category the projects that it is meant for
 * @param state whether it can be applied
 * @param remark in words
 * @param stages by position
 * @param usedBy how many phases were planned from this very number
 * @param changedBy who changed it last, by account
 * @param changedAt when
 * @param version counts edits of a draft; an edit names the one it was made on
 */
public record StageTemplate(
        TemplateId id,
        String name,
        int number,
        Category category,
        TemplateState state,
        @Nullable String remark,
        List<Stage> stages,
        int usedBy,
        String changedBy,
        Instant changedAt,
        int version) {
    /** Keeps its own copy of the list. */
    public StageTemplate {
        stages = List.copyOf(stages);
    }

    /** Name and number, as people say it. */
    public String title() {
        return name + " 第" + number + "版";
    }
}
