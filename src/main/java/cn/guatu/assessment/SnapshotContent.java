package cn.guatu.assessment;

import cn.guatu.assessment.rule.ScoreRules;
import cn.guatu.assessment.rule.UnitFacts;
import cn.guatu.rollup.MonthFigures;
import cn.guatu.rollup.MonthNode;
import cn.guatu.rollup.RollupRow;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A snapshot as rows of canonical JSON, and back. */
final class SnapshotContent {

    private static final String RULES = "RULES";
    private static final String TARGET = "TARGET";
    private static final String SUMMARY = "SUMMARY";
    private static final String STREET = "STREET";
    private static final String DEPARTMENT = "DEPARTMENT";
    private static final String STREET_SUMMARY = "STREET_SUMMARY";
    private static final String DEPARTMENT_SUMMARY = "DEPARTMENT_SUMMARY";
    private static final String PHASE_NODES = "PHASE_NODES";
    private static final String FACTS = "FACTS";
    private static final String SCORECARD = "SCORECARD";

    private static final Map<String, String> WORDS = Map.of(
            RULES, "评分规则",
            TARGET, "指标",
            SUMMARY, "综合完成率",
            STREET, "街道数据",
            DEPARTMENT, "科室数据",
            STREET_SUMMARY, "街道综合完成率",
            DEPARTMENT_SUMMARY, "科室综合完成率",
            PHASE_NODES, "节点",
            FACTS, "评分依据",
            SCORECARD, "评分表");

    private static final int MOST_DIFFERENCES = 3;

    private static final int LONGEST_SHOWN = 40;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private SnapshotContent() {}

    /** The rows of a closing. */
    static List<SnapshotLine> write(ScoreRules rules, MonthFacts facts, List<Scorecard> cards) {
        MonthFigures figures = facts.figures();
        List<SnapshotLine> lines = new ArrayList<>();
        lines.add(line(RULES, "v" + rules.version(), rules));
        lines.add(line(SUMMARY, "全区", figures.summary()));
        figures.targets().forEach(each -> lines.add(line(TARGET, each.code(), each)));
        figures.streets().forEach(each -> lines.add(line(STREET, each.street() + " " + each.targetCode(), each)));
        figures.departments()
                .forEach(each -> lines.add(line(DEPARTMENT, each.department() + " " + each.targetCode(), each)));
        figures.streetSummaries().forEach(each -> lines.add(line(STREET_SUMMARY, "" + each.unit(), each)));
        figures.departmentSummaries().forEach(each -> lines.add(line(DEPARTMENT_SUMMARY, "" + each.unit(), each)));
        Map<String, List<MonthNode>> phases = new LinkedHashMap<>();
        figures.nodes()
                .forEach(node -> phases.computeIfAbsent(node.project() + " " + node.phase(), key -> new ArrayList<>())
                        .add(node));
        phases.forEach((key, nodes) -> lines.add(line(PHASE_NODES, key, nodes)));
        facts.units().forEach(each -> lines.add(line(FACTS, each.name(), each)));
        cards.forEach(each -> lines.add(line(SCORECARD, each.unit(), each)));
        return lines;
    }

    private static SnapshotLine line(String kind, String key, Object content) {
        String json = JSON.writeValueAsString(content);
        return new SnapshotLine(kind, key, json, SnapshotHash.ofLine(kind, key, json));
    }

    /** The snapshot that these rows are of. */
    static Snapshot read(Published head, List<SnapshotLine> lines) {
        return new Snapshot(
                head.id(),
                head.year(),
                head.month(),
                head.edition(),
                head.cutOff(),
                head.publishedAt(),
                head.knownAt(),
                head.publishedBy(),
                head.ruleVersion(),
                head.hash(),
                all(lines, TARGET, TargetFigure.class),
                all(lines, SUMMARY, UnitSummary.class).getFirst(),
                all(lines, STREET, RollupRow.class),
                all(lines, DEPARTMENT, RollupRow.class),
                all(lines, STREET_SUMMARY, UnitSummary.class),
                all(lines, DEPARTMENT_SUMMARY, UnitSummary.class),
                all(lines, PHASE_NODES, MonthNode[].class).stream()
                        .flatMap(Arrays::stream)
                        .toList(),
                all(lines, SCORECARD, Scorecard.class));
    }

    /** What the scores were made of. */
    static List<UnitFacts> facts(List<SnapshotLine> lines) {
        return all(lines, FACTS, UnitFacts.class);
    }

    /** The scorecards alone. */
    static List<Scorecard> scorecards(List<SnapshotLine> lines) {
        return all(lines, SCORECARD, Scorecard.class);
    }

    /** The kinds of rows that scorecards and their facts are in. */
    static List<String> kindsOfScores() {
        return List.of(FACTS, SCORECARD);
    }

    /** The figures of the district alone. */
    static List<TargetFigure> targets(List<SnapshotLine> lines) {
        return all(lines, TARGET, TargetFigure.class);
    }

    /** The kinds of rows that the figures of the district are in. */
    static List<String> kindsOfTargets() {
        return List.of(TARGET);
    }

    /** A row in words. */
    static String title(SnapshotLine line) {
        return Objects.requireNonNullElse(WORDS.get(line.kind()), line.kind()) + "“" + line.key() + "”";
    }

    /** What a row says now and what it should say: the members that differ, a few of them. */
    static String difference(SnapshotLine right, SnapshotLine wrong) {
        List<String> differences = new ArrayList<>();
        JsonNode should = JSON.readTree(right.content());
        JsonNode is;
        try {
            is = JSON.readTree(wrong.content());
        } catch (JacksonException unreadable) {
            return "（内容已无法读取）";
        }
        for (String name : should.propertyNames()) {
            JsonNode expected = should.get(name);
            JsonNode found = is.get(name);
            if (!expected.equals(found) && differences.size() < MOST_DIFFERENCES) {
                differences.add(name + "：" + cut(expected) + " → " + (found == null ? "无" : cut(found)));
            }
        }
        return differences.isEmpty() ? "" : "（" + String.join("；", differences) + "）";
    }

    private static String cut(JsonNode value) {
        String text = value.isValueNode() ? value.asString() : value.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
    }

    private static <T> List<T> all(List<SnapshotLine> lines, String kind, Class<T> type) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind))
                .map(line -> JSON.readValue(line.content(), type))
                .toList();
    }
}
