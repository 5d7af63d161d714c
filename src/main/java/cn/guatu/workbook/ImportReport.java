package cn.guatu.workbook;

import cn.guatu.workbook.rule.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * What became of a workbook.
 *
 * @param importId the import in the history; null when nothing was written
 * @param applied whether the system now says what the file says: false after a trial and with errors
 * @param comparison the file beside what the system held before
 */
public record ImportReport(@Nullable ImportId importId, boolean applied, Comparison comparison) {}
