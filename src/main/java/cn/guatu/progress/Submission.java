package cn.guatu.progress;

import org.jspecify.annotations.Nullable;

/**
 * A report as somebody submits it.
 *
 * @param seenVersion the version of the report that it was written on, 0 when there was none; null: not said, then a report of the
 *     caller's own or a returned one is replaced and one of somebody else stands
 */
public record Submission(
        ReportKey item, Claim claim, @Nullable Integer seenVersion) {}
