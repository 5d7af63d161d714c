package cn.guatu.project;

import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.security.AccessScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a project that is delivered and counted on its own (分期, semantics §1), in one plan year.
 *
 * @param id its identity
 * @param project the project, the same over the years
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
 * @param shares 街道占比 in force today, in order; sums to 1
 * @param sortOrder its place in the list, as in the workbook
 * @param version counts its changes from 1; an edit names the version it was made on
 */
public record Phase(
        PhaseId id,
        ProjectId project,
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
        int sortOrder,
        int version) {
    /** Keeps its own copies of the collections. */
    public Phase {
        assisting = List.copyOf(assisting);
        shares = List.copyOf(shares);
    }

    /** Whether it is in the slice: led, assisted or with a share there (semantics §9). */
    public boolean isSeenBy(AccessScope scope) {
        return scope.seesPhase(
                lead,
                assisting.stream().map(Assisting::unit).filter(Objects::nonNull).toList(),
                shares.stream().map(Share::street).toList());
    }
}
