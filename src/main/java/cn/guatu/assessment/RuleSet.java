package cn.guatu.assessment;

import cn.guatu.assessment.rule.ScoreRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the scoring rules with its history.
 *
 * @param rules the rules
 * @param state where it stands
 * @param createdBy the account; null for the version that ships with the product
 * @param createdAt null for the version that ships with the product
 * @param activatedBy the account that put it into use; null while a draft
 * @param activatedAt when; null while a draft
 * @param version counts the changes of the draft from 1; an edit names the one it was made on
 */
public record RuleSet(
        ScoreRules rules,
        RuleSetState state,
        @Nullable String createdBy,
        @Nullable Instant createdAt,
        @Nullable String activatedBy,
        @Nullable Instant activatedAt,
        int version) {}
