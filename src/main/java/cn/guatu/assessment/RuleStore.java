package cn.guatu.assessment;

import static cn.guatu.jooq.Tables.SCORE_BAND;
import static cn.guatu.jooq.Tables.SCORE_PART;
import static cn.guatu.jooq.Tables.SCORE_RULE;
import static cn.guatu.jooq.Tables.SCORE_RULE_SET;

import cn.guatu.assessment.rule.Band;
import cn.guatu.assessment.rule.RulePart;
import cn.guatu.assessment.rule.ScoreRule;
import cn.guatu.assessment.rule.ScoreRules;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the scoring rules. A version that was once in use is never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RuleStore {

    private final DSLContext sql;

    RuleStore(DSLContext sql) {
        this.sql = sql;
    }

    public void insertDraft(ScoreRules rules, Recording how) {
        sql.insertInto(SCORE_RULE_SET)
                .set(SCORE_RULE_SET.RULE_VERSION, rules.version())
                .set(SCORE_RULE_SET.NAME, rules.name())
                .set(SCORE_RULE_SET.STATE, RuleSetState.DRAFT.name())
                .set(SCORE_RULE_SET.CREATED_BY, how.actor())
                .set(SCORE_RULE_SET.CREATED_AT, how.at())
                .set(SCORE_RULE_SET.VERSION, 1)
                .execute();
        insertParts(rules);
    }

    /** @param version the one that the change was made on */
    public void replaceDraft(ScoreRules rules, int version) {
        int changed = sql.update(SCORE_RULE_SET)
                .set(SCORE_RULE_SET.NAME, rules.name())
                .set(SCORE_RULE_SET.VERSION, version + 1)
                .where(SCORE_RULE_SET.RULE_VERSION.eq(rules.version()))
                .and(SCORE_RULE_SET.STATE.eq(RuleSetState.DRAFT.name()))
                .and(SCORE_RULE_SET.VERSION.eq(version))
                .execute();
        if (changed == 0) {
            throw Refusal.conflict("第" + rules.version() + "版规则刚刚被他人修改或已启用，您的修改没有保存；请刷新后再改。");
        }
        sql.deleteFrom(SCORE_BAND)
                .where(SCORE_BAND.RULE_VERSION.eq(rules.version()))
                .execute();
        sql.deleteFrom(SCORE_RULE)
                .where(SCORE_RULE.RULE_VERSION.eq(rules.version()))
                .execute();
        sql.deleteFrom(SCORE_PART)
                .where(SCORE_PART.RULE_VERSION.eq(rules.version()))
                .execute();
        insertParts(rules);
    }

    /** Puts a draft into use; the version in use until now stays for the months that it has scored. */
    public void activate(int ruleVersion, Recording how) {
        sql.update(SCORE_RULE_SET)
                .set(SCORE_RULE_SET.STATE, RuleSetState.RETIRED.name())
                .where(SCORE_RULE_SET.STATE.eq(RuleSetState.ACTIVE.name()))
                .execute();
        int changed = sql.update(SCORE_RULE_SET)
                .set(SCORE_RULE_SET.STATE, RuleSetState.ACTIVE.name())
                .set(SCORE_RULE_SET.ACTIVATED_BY, how.actor())
                .set(SCORE_RULE_SET.ACTIVATED_AT, how.at())
                .where(SCORE_RULE_SET.RULE_VERSION.eq(ruleVersion))
                .and(SCORE_RULE_SET.STATE.eq(RuleSetState.DRAFT.name()))
                .execute();
        if (changed == 0) {
            throw Refusal.conflict("第" + ruleVersion + "版规则不是草稿，不能启用；请刷新后再试。");
        }
    }

    private void insertParts(ScoreRules rules) {
        for (int p = 0; p < rules.parts().size(); p++) {
            RulePart part = rules.parts().get(p);
            sql.insertInto(SCORE_PART)
                    .set(SCORE_PART.RULE_VERSION, rules.version())
                    .set(SCORE_PART.POSITION, p)
                    .set(SCORE_PART.NAME, part.name())
                    .set(SCORE_PART.KIND, part.kind().name())
                    .set(SCORE_PART.POINTS, part.points())
                    .set(SCORE_PART.LEAST_DUE, part.leastDue())
                    .execute();
            insertRules(rules.version(), p, part.rules());
        }
    }

    private void insertRules(int ruleVersion, int part, List<ScoreRule> rules) {
        for (int r = 0; r < rules.size(); r++) {
            ScoreRule rule = rules.get(r);
            sql.insertInto(SCORE_RULE)
                    .set(SCORE_RULE.RULE_VERSION, ruleVersion)
                    .set(SCORE_RULE.PART_POSITION, part)
                    .set(SCORE_RULE.POSITION, r)
                    .set(SCORE_RULE.NAME, rule.name())
                    .set(SCORE_RULE.MEASURE, rule.measure().name())
                    .set(
                            SCORE_RULE.APPLIES_TO,
                            rule.appliesTo().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                    .set(SCORE_RULE.POINTS, rule.points())
                    .set(SCORE_RULE.ABSENT_CREDIT, rule.absentCredit())
                    .execute();
            for (int b = 0; b < rule.bands().size(); b++) {
                Band band = rule.bands().get(b);
                sql.insertInto(SCORE_BAND)
                        .set(SCORE_BAND.RULE_VERSION, ruleVersion)
                        .set(SCORE_BAND.PART_POSITION, part)
                        .set(SCORE_BAND.RULE_POSITION, r)
                        .set(SCORE_BAND.POSITION, b)
                        .set(SCORE_BAND.FROM_VALUE, band.from())
                        .set(SCORE_BAND.TO_VALUE, band.to())
                        .set(SCORE_BAND.CREDIT, band.credit())
                        .execute();
            }
        }
    }
}
