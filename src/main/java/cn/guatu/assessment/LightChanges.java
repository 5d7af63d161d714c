package cn.guatu.assessment;

import cn.guatu.project.NodeId;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.MonthFigures;
import cn.guatu.rollup.MonthNode;
import cn.guatu.rollup.TargetFigure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the lights of a publication that would be others by what is known now. */
final class LightChanges {

    private LightChanges() {}

    /**
     * Targets first, then nodes, each in the order of the publication.
     *
     * @param now the same month as known now
     * @param seen the nodes that the reader sees, with the day on which they are known to be finished, also after the month
     */
    static List<LightChange> of(Snapshot published, MonthFigures now, Map<NodeId, Optional<LocalDate>> seen) {
        List<LightChange> changes = new ArrayList<>();
        Map<String, TargetFigure> targets = new HashMap<>();
        now.targets().forEach(each -> targets.put(each.code(), each));
        for (TargetFigure then : published.targets()) {
            TargetFigure known = targets.get(then.code());
            if (known != null && known.light() != then.light()) {
                changes.add(new LightChange(
                        false,
                        then.code() + " " + then.name(),
                        "plan?year=" + published.year() + "&asOf=" + published.cutOff() + "&explain="
                                + encoded(then.code() + "@@"),
                        then.light(),
                        then.lightReason(),
                        known.light(),
                        known.lightReason(),
                        then.light().onceKnown(known.light())));
            }
        }
        Map<NodeId, MonthNode> nodes = new HashMap<>();
        now.nodes().forEach(each -> nodes.put(each.id(), each));
        for (MonthNode then : published.nodes()) {
            MonthNode known = seen.containsKey(then.id()) ? nodes.get(then.id()) : null;
            LocalDate on = seen.getOrDefault(then.id(), Optional.empty()).orElse(null);
            boolean delivered = then.light().isBehind() && on != null;
            if (known != null && (known.light() != then.light() || delivered)) {
                changes.add(new LightChange(
                        true,
                        then.projectName() + " · " + then.phase() + " · " + then.node(),
                        "projects/" + encoded(then.project()),
                        then.light(),
                        then.lightReason(),
                        known.light(),
                        delivered && on != null ? late(then, on) : known.lightReason(),
                        delivered ? Light.YELLOW : then.light()));
            }
        }
        return changes;
    }

    private static String late(MonthNode node, LocalDate on) {
        return "计划" + node.planned() + "，发布时未完成，后登记" + on + "完成" + (on.isAfter(node.planned()) ? "" : "（按期）");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
