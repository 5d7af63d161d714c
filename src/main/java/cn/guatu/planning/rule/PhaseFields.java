package cn.guatu.planning.rule;

import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phase with one thing changed. */
final class PhaseFields {

    private final PhaseData now;

    PhaseFields(Phase phase) {
        this.now = Contents.of(phase);
    }

    PhaseFields(PhaseData data) {
        this.now = data;
    }

    PhaseData projectName(String projectName) {
        return new PhaseData(
                now.id(),
                now.projectCode(),
                now.year(),
                now.name(),
                projectName,
                now.category(),
                now.nature(),
                now.lead(),
                now.leader(),
                now.owner(),
                now.ownerId(),
                now.implementer(),
                now.remark(),
                now.startsOn(),
                now.assisting(),
                now.shares(),
                now.sortOrder());
    }

    PhaseData name(String name) {
        return new PhaseData(
                now.id(),
                now.projectCode(),
                now.year(),
                name,
                now.projectName(),
                now.category(),
                now.nature(),
                now.lead(),
                now.leader(),
                now.owner(),
                now.ownerId(),
                now.implementer(),
                now.remark(),
                now.startsOn(),
                now.assisting(),
                now.shares(),
                now.sortOrder());
    }

    PhaseData shares(List<Share> shares) {
        return new PhaseData(
                now.id(),
                now.projectCode(),
                now.year(),
                now.name(),
                now.projectName(),
                now.category(),
                now.nature(),
                now.lead(),
                now.leader(),
                now.owner(),
                now.ownerId(),
                now.implementer(),
                now.remark(),
                now.startsOn(),
                now.assisting(),
                shares,
                now.sortOrder());
    }

    PhaseData lead(UnitId lead) {
        return new PhaseData(
                now.id(),
                now.projectCode(),
                now.year(),
                now.name(),
                now.projectName(),
                now.category(),
                now.nature(),
                lead,
                now.leader(),
                now.owner(),
                now.ownerId(),
                now.implementer(),
                now.remark(),
                now.startsOn(),
                now.assisting(),
                now.shares(),
                now.sortOrder());
    }

    PhaseData leader(@Nullable String leader) {
        return new PhaseData(
                now.id(),
                now.projectCode(),
                now.year(),
                now.name(),
                now.projectName(),
                now.category(),
                now.nature(),
                now.lead(),
                leader,
                now.owner(),
                now.ownerId(),
                now.implementer(),
                now.remark(),
                now.startsOn(),
                now.assisting(),
                now.shares(),
                now.sortOrder());
    }

    PhaseData owner(String owner, @Nullable PersonId ownerId) {
        return new PhaseData(
                now.id(),
                now.projectCode(),
                now.year(),
                now.name(),
                now.projectName(),
                now.category(),
                now.nature(),
                now.lead(),
                now.leader(),
                owner,
                ownerId,
                now.implementer(),
                now.remark(),
                now.startsOn(),
                now.assisting(),
                now.shares(),
                now.sortOrder());
    }

    PhaseData nature(PlanNature nature) {
        return new PhaseData(
                now.id(),
                now.projectCode(),
                now.year(),
                now.name(),
                now.projectName(),
                now.category(),
                nature,
                now.lead(),
                now.leader(),
                now.owner(),
                now.ownerId(),
                now.implementer(),
                now.remark(),
                now.startsOn(),
                now.assisting(),
                now.shares(),
                now.sortOrder());
    }

    PhaseData sortOrder(int sortOrder) {
        return new PhaseData(
                now.id(),
                now.projectCode(),
                now.year(),
                now.name(),
                now.projectName(),
                now.category(),
                now.nature(),
                now.lead(),
                now.leader(),
                now.owner(),
                now.ownerId(),
                now.implementer(),
                now.remark(),
                now.startsOn(),
                now.assisting(),
                now.shares(),
                sortOrder);
    }

    PhaseData copied(PhaseId id, String projectCode, String projectName) {
        return new PhaseData(
                id,
                projectCode,
                now.year(),
                now.name(),
                projectName,
                now.category(),
                now.nature(),
                now.lead(),
                now.leader(),
                now.owner(),
                now.ownerId(),
                now.implementer(),
                now.remark(),
                now.startsOn(),
                now.assisting(),
                now.shares(),
                now.sortOrder());
    }
}
