package cn.guatu.supervision;

import cn.guatu.org.PersonId;
import cn.guatu.progress.ReportItem;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ladder looks at on one day of a plan year.
 *
 * @param year the plan year
 * @param day the day
 * @param phases the phases that are supervised: not those in reserve
 * @param nodes their nodes
 * @param figures the nodes as of the day
 * @param lightsBefore their lights a week before
 * @param reports what was asked for in the week and in the weeks before that count as silence
 * @param ordered keys of the items under a 督办单 of an earlier week
 * @param people who is told
 */
record LadderFacts(
        int year,
        LocalDate day,
        Map<PhaseId, Phase> phases,
        Map<NodeId, Node> nodes,
        List<NodeFigure> figures,
        Map<NodeId, Light> lightsBefore,
        List<ReportItem> reports,
        Set<String> ordered,
        LadderPeople people) {

    /** Who answers for an item now, also when it was handed over after it was asked for; null when he has no record. */
    @Nullable
    PersonId answersFor(ReportItem item) {
        Node node = item.node() == null ? null : nodes.get(item.node());
        Phase phase = phases.get(item.phase());
        if (phase == null) {
            return item.owner();
        }
        return node != null && node.owner() != null && !node.owner().isBlank() ? node.ownerId() : phase.ownerId();
    }

    /** The same, with what was asked since. */
    LadderFacts withReports(List<ReportItem> now) {
        return new LadderFacts(year, day, phases, nodes, figures, lightsBefore, now, ordered, people);
    }
}
