package cn.guatu.project;

import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phase being written down from what there is: changed thing by thing, and made. What is not said stays as it was. */
public final class PhaseDraft {

    private @Nullable PhaseId id;
    private String projectCode;
    private int year;
    private String name;
    private String projectName;
    private Category category;
    private PlanNature nature;
    private UnitId lead;
    private @Nullable String leader;
    private String owner;
    private @Nullable PersonId ownerId;
    private @Nullable String implementer;
    private @Nullable String remark;
    private @Nullable LocalDate startsOn;
    private List<Assisting> assisting;
    private List<Share> shares;
    private int sortOrder;

    private PhaseDraft(PhaseData now) {
        id = now.id();
        projectCode = now.projectCode();
        year = now.year();
        name = now.name();
        projectName = now.projectName();
        category = now.category();
        nature = now.nature();
        lead = now.lead();
        leader = now.leader();
        owner = now.owner();
        ownerId = now.ownerId();
        implementer = now.implementer();
        remark = now.remark();
        startsOn = now.startsOn();
        assisting = now.assisting();
        shares = now.shares();
        sortOrder = now.sortOrder();
    }

    /** What somebody already wants. */
    public static PhaseDraft of(PhaseData wanted) {
        return new PhaseDraft(wanted);
    }

    /** The phase as it is. */
    public static PhaseDraft of(Phase phase) {
        return new PhaseDraft(new PhaseData(
                phase.id(),
                phase.projectCode(),
                phase.year(),
                phase.name(),
                phase.projectName(),
                phase.category(),
                phase.nature(),
                phase.lead(),
                phase.leader(),
                phase.owner(),
                phase.ownerId(),
                phase.implementer(),
                phase.remark(),
                phase.startsOn(),
                phase.assisting(),
                phase.shares(),
                phase.sortOrder()));
    }

    /** Which phase is meant; null creates one. */
    public PhaseDraft id(@Nullable PhaseId wanted) {
        id = wanted;
        return this;
    }

    /** 编码 of the project. */
    public PhaseDraft projectCode(String wanted) {
        projectCode = wanted;
        return this;
    }

    /** 分期. */
    public PhaseDraft name(String wanted) {
        name = wanted;
        return this;
    }

    /** 名称 of the project in that year. */
    public PhaseDraft projectName(String wanted) {
        projectName = wanted;
        return this;
    }

    /** 类别. */
    public PhaseDraft category(Category wanted) {
        category = wanted;
        return this;
    }

    /** 计划性质. */
    public PhaseDraft nature(PlanNature wanted) {
        nature = wanted;
        return this;
    }

    /** 牵头科室. */
    public PhaseDraft lead(UnitId wanted) {
        lead = wanted;
        return this;
    }

    /** 责任领导. */
    public PhaseDraft leader(@Nullable String wanted) {
        leader = wanted;
        return this;
    }

    /** 实施主体. */
    public PhaseDraft implementer(@Nullable String wanted) {
        implementer = wanted;
        return this;
    }

    /** 备注. */
    public PhaseDraft remark(@Nullable String wanted) {
        remark = wanted;
        return this;
    }

    /** When its first nodes may start; null: the first working day of the plan year. */
    public PhaseDraft startsOn(@Nullable LocalDate wanted) {
        startsOn = wanted;
        return this;
    }

    /** 配合单位, in order. */
    public PhaseDraft assisting(List<Assisting> wanted) {
        assisting = wanted;
        return this;
    }

    /** 街道占比, sums to 1. */
    public PhaseDraft shares(List<Share> wanted) {
        shares = wanted;
        return this;
    }

    /** Its place in the list. */
    public PhaseDraft order(int wanted) {
        sortOrder = wanted;
        return this;
    }

    /** 责任人 as written, and the person that is meant. */
    public PhaseDraft owner(String written, @Nullable PersonId meant) {
        owner = written;
        ownerId = meant;
        return this;
    }

    /** What has been written down. */
    public PhaseData made() {
        return new PhaseData(
                id,
                projectCode,
                year,
                name,
                projectName,
                category,
                nature,
                lead,
                leader,
                owner,
                ownerId,
                implementer,
                remark,
                startsOn,
                assisting,
                shares,
                sortOrder);
    }
}
