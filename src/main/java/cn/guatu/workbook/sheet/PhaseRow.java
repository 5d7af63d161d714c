package cn.guatu.workbook.sheet;

import cn.guatu.project.Category;
import cn.guatu.project.PlanNature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of 项目: one phase of a project. Identity: code and phase.
 *
 * @param code folded: no blanks, half-width
 * @param codeKey the code in upper case
 * @param phase 一期 when empty
 * @param category 其他 when empty
 * @param nature 计划内 when empty
 * @param owner name of the person who answers for it; may be nobody in 人员
 * @param assisting names as written; may be outside bodies
 * @param shares sum to exactly 1
 */
public record PhaseRow(
        RowAt at,
        String code,
        String codeKey,
        String name,
        String phase,
        Category category,
        PlanNature nature,
        String leadDepartment,
        @Nullable String leader,
        String owner,
        List<String> assisting,
        List<StreetShare> shares,
        @Nullable String implementer,
        @Nullable String remark) {

    /** What {@code phase} is when nothing is written. */
    public static final String FIRST_PHASE = "一期";
}
