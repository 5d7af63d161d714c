package cn.guatu.assessment;

import java.time.Instant;

/**
 * What a re-opening names (semantics §13).
 *
 * @param person the account or name of the person who may write meanwhile
 * @param scope what for, in words
 * @param reason why
 * @param expiry the moment at which the month locks again by itself
 */
public record Reopening(String person, String scope, String reason, Instant expiry) {}
