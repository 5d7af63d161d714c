package cn.guatu.workbook;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import that wrote something.
 *
 * @param counts by the Chinese name of the sheet, in the order of the workbook
 * @param warnings how many 提醒 there were
 * @param undoneBy null while it stands
 * @param undoneAt null while it stands
 */
public record PlanImport(
        ImportId id,
        int year,
        String fileName,
        String sha256,
        int size,
        Map<String, Count> counts,
        int warnings,
        String importedBy,
        Instant importedAt,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {

    /** How many records of a sheet were new, changed and as before. */
    public record Count(int created, int updated, int unchanged) {}

    /** Whether it has not been taken back. */
    public boolean stands() {
        return undoneAt == null;
    }
}
