package cn.guatu.assessment.api;

import org.jspecify.annotations.Nullable;

/**
 * What may come with a step. All of it is optional, but for a re-opening: that names person, scope, reason and expiry.
 *
 * @param reason why the step is taken although the checklist has something against it; why the month is re-opened
 * @param strict true: findings of the checklist stop the step unless a reason is given; absent: they are listed in the answer
 * @param person account or name of the person the month is re-opened for
 * @param scope what it is re-opened for, in words
 * @param expiry an instant, or a day (its end), at which it locks again
 */
record StepRequest(
        @Nullable String reason,
        @Nullable Boolean strict,
        @Nullable String person,
        @Nullable String scope,
        @Nullable String expiry) {

    static final StepRequest NOTHING = new StepRequest(null, null, null, null, null);
}
