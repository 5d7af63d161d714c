package cn.guatu.assessment;

import static cn.guatu.jooq.Tables.SCORE_BAND;
import static cn.guatu.jooq.Tables.SCORE_PART;
import static cn.guatu.jooq.Tables.SCORE_RULE;
import static cn.guatu.jooq.Tables.SCORE_RULE_SET;

import cn.guatu.assessment.rule.Band;
import cn.guatu.assessment.rule.Measure;
import cn.guatu.assessment.rule.RulePart;
import cn.guatu.assessment.rule.ScoreRule;
import cn.guatu.assessment.rule.ScoreRules;
import cn.guatu.jooq.tables.records.ScoreRuleRecord;
import cn.guatu.org.UnitKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads the scoring rules. */
@Repository
class RuleQueries {

    private final DSLContext sql;

    RuleQueries(DSLContext sql) {
        this.sql = sql;
    }

    private record PartKey(int version, int part) {}

    private record RuleKey(int version, int part, int rule) {}

    /** Every version that has rows, the earliest first. */
    public List<RuleSet> all() {
        Map<RuleKey, List<Band>> bands = sql.selectFrom(SCORE_BAND)
                .orderBy(SCORE_BAND.POSITION)
                .fetchGroups(
                        row -> new RuleKey(row.getRuleVersion(), row.getPartPosition(), row.getRulePosition()),
                        row -> new Band(row.getFromValue(), row.getToValue(), row.getCredit()));
        Map<PartKey, List<ScoreRule>> rules = sql.selectFrom(SCORE_RULE)
                .orderBy(SCORE_RULE.POSITION)
                .fetchGroups(
                        row -> new PartKey(row.getRuleVersion(), row.getPartPosition()), row -> toRule(row, bands));
        Map<Integer, List<RulePart>> parts = sql.selectFrom(SCORE_PART)
                .orderBy(SCORE_PART.POSITION)
                .fetchGroups(
                        row -> row.getRuleVersion(),
                        row -> new RulePart(
                                row.getName(),
                                PartKind.valueOf(row.getKind()),
                                row.getPoints(),
                                row.getLeastDue(),
                                rules.getOrDefault(
                                        new PartKey(row.getRuleVersion(), row.getPosition()), new ArrayList<>())));
        return sql.selectFrom(SCORE_RULE_SET)
                .orderBy(SCORE_RULE_SET.RULE_VERSION)
                .fetch(row -> new RuleSet(
                        new ScoreRules(
                                row.getRuleVersion(),
                                row.getName(),
                                parts.getOrDefault(row.getRuleVersion(), List.of())),
                        RuleSetState.valueOf(row.getState()),
                        row.getCreatedBy(),
                        row.getCreatedAt(),
                        row.getActivatedBy(),
                        row.getActivatedAt(),
                        row.getVersion()));
    }

    private static ScoreRule toRule(ScoreRuleRecord row, Map<RuleKey, List<Band>> bands) {
        return new ScoreRule(
                row.getName(),
                Measure.valueOf(row.getMeasure()),
                Arrays.stream(row.getAppliesTo().split(","))
                        .filter(word -> !word.isEmpty())
                        .map(UnitKind::valueOf)
                        .collect(Collectors.toSet()),
                row.getPoints(),
                row.getAbsentCredit(),
                bands.getOrDefault(
                        new RuleKey(row.getRuleVersion(), row.getPartPosition(), row.getPosition()), List.of()));
    }
}
