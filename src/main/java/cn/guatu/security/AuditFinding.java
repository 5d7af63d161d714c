package cn.guatu.security;

/**
 * The first bad row of the audit trail.
 *
 * @param seq its number; of a missing row, the number it should have
 * @param sentence what is wrong with it, in Chinese
 */
public record AuditFinding(long seq, String sentence) {}
