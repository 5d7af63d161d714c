package cn.guatu.scheduling;

/**
 * Identifies one number of a stage template.
 *
 * @param value the key in the database
 */
public record TemplateId(long value) {}
