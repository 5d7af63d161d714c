package cn.guatu.assessment;

/**
 * Something in the published snapshots that is not as it was published.
 *
 * @param year the plan year
 * @param month 1–12
 * @param edition of the publication
 * @param text what was changed, in one sentence
 */
public record VerifyFinding(int year, int month, int edition, String text) {}
