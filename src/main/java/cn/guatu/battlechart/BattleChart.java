package cn.guatu.battlechart;

import cn.guatu.rollup.Light;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The battle chart (作战图): rows of phases in groups, each with its nodes in time and its lights as of the cut-off (semantics §8, §10).
 *
 * @param year the plan year
 * @param title what stands above it
 * @param scope whose projects these are, in words, with the filters that apply
 * @param cutOff the day of the lights (数据截至)
 * @param knownAt as known at this instant; null: as known now
 * @param generatedAt when it was made
 * @param groups in the order in which they are drawn
 */
public record BattleChart(
        int year,
        String title,
        String scope,
        LocalDate cutOff,
        @Nullable Instant knownAt,
        Instant generatedAt,
        List<Group> groups) {

    /** The list is copied. */
    public BattleChart {
        groups = List.copyOf(groups);
    }

    /** All rows of all groups; a phase that stands in two groups counts twice. */
    public int rowCount() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /**
     * Rows under one heading.
     *
     * @param name of the street, department, leader or target
     * @param rows by their worst light, then as in the workbook
     */
    public record Group(String name, List<Row> rows) {

        /** The list is copied. */
        public Group {
            rows = List.copyOf(rows);
        }

        /** How many rows have this light as their worst. */
        public long count(Light light) {
            return rows.stream().filter(row -> row.light() == light).count();
        }
    }

    /**
     * A phase.
     *
     * @param project 项目编码
     * @param phase 分期
     * @param name 项目名称, with the 分期 when the project has several
     * @param nature 计划性质 in words
     * @param department 牵头科室
     * @param leader 责任领导; null when not given
     * @param owner 责任人
     * @param streets 街道, first one first
     * @param light the worst light of its nodes; 未到期 without nodes
     * @param starts first day of its bars
     * @param planned last planned date; null without nodes
     * @param forecast last date as it stands: actual, else forecast, else planned of each node; null without nodes
     * @param quantities what is recognised, a line a target
     * @param marks its nodes by date
     */
    public record Row(
            String project,
            String phase,
            String name,
            String nature,
            String department,
            @Nullable String leader,
            String owner,
            List<String> streets,
            Light light,
            LocalDate starts,
            @Nullable LocalDate planned,
            @Nullable LocalDate forecast,
            List<Recognised> quantities,
            List<Mark> marks) {

        /** The lists are copied. */
        public Row {
            streets = List.copyOf(streets);
            quantities = List.copyOf(quantities);
            marks = List.copyOf(marks);
        }
    }

    /**
     * What is recognised for a target by the cut-off.
     *
     * @param target code of the target
     * @param name name of the target
     * @param text such as 3.2/10 公顷
     */
    public record Recognised(String target, String name, String text) {}

    /**
     * A node.
     *
     * @param id of the node
     * @param name 节点名称
     * @param planned 计划完成
     * @param at where it stands: actual, else forecast, else planned
     * @param done whether it has an actual date by the cut-off
     * @param light 灯
     * @param reason one sentence that explains the light
     * @param daysLate in working days
     * @param critical whether it has the least float of its phase
     * @param owner who answers
     */
    public record Mark(
            long id,
            String name,
            LocalDate planned,
            LocalDate at,
            boolean done,
            Light light,
            String reason,
            int daysLate,
            boolean critical,
            String owner) {}
}
