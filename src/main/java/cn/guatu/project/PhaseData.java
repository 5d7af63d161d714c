package cn.guatu.project;

import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phase as somebody wants it: a new one or a change.
 *
 * @param id null creates a phase, and its project when the code is new
 * @param projectCode 编码 of the project as written
 * @param year the plan year
 * @param name 分期; 一期 for a project with no split
 * @param projectName 名称 of the project in that year
 * @param category 类别
 * @param nature 计划性质
 * @param lead 牵头科室: its figures contain the phase (semantics §9)
 * @param leader 责任领导; need not be a person we know
 * @param owner 责任人 as written
 * @param ownerId the person that is meant; null when he has no record
 * @param implementer 实施主体
 * @param remark 备注
 * @param startsOn when its first nodes may start; null: the first working day of the plan year
 * @param assisting 配合单位, in order
 * @param shares 街道占比, sums to 1; a changed set is in force from the day of the change on
 * @param sortOrder its place in the list, as in the workbook
 */
public record PhaseData(
        @Nullable PhaseId id,
        String projectCode,
        int year,
        String name,
        String projectName,
        Category category,
        PlanNature nature,
        UnitId lead,
        @Nullable String leader,
        String owner,
        @Nullable PersonId ownerId,
        @Nullable String implementer,
        @Nullable String remark,
        @Nullable LocalDate startsOn,
        List<Assisting> assisting,
        List<Share> shares,
        int sortOrder) {
    /** Keeps its own copies of the collections. */
    public PhaseData {
        assisting = List.copyOf(assisting);
        shares = List.copyOf(shares);
    }
}
