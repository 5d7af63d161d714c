package cn.guatu.planning.paint;

import cn.guatu.planning.Responsibility;
import cn.guatu.project.NodeId;
import cn.guatu.rollup.Light;
import java.util.List;
import java.util.Map;

/**
 * A 责任清单 to be printed.
 *
 * @param year the plan year
 * @param groups in the order in which they are drawn
 * @param lights of the nodes as of the cut-off; a node that is missing counts as 未到期
 */
public record DutyList(int year, List<Group> groups, Map<NodeId, Light> lights) {

    /** The collections are copied. */
    public DutyList {
        groups = List.copyOf(groups);
        lights = Map.copyOf(lights);
    }

    /**
     * Lines under one heading.
     *
     * @param name of the department, the leader or the person
     * @param lines in the order of the plan
     */
    public record Group(String name, List<Responsibility> lines) {

        /** The list is copied. */
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /** The light of a node. */
    Light light(Responsibility.Duty duty) {
        return lights.getOrDefault(duty.node(), Light.NOT_DUE);
    }
}
