package cn.guatu.workbook.sheet;

import cn.guatu.org.Position;
import org.jspecify.annotations.Nullable;

/**
 * A row of 人员. Identity: the account, or name and unit when there is no account.
 *
 * @param name as written, trimmed
 * @param key the folded name
 * @param account null when the person has none
 * @param unit name of the unit, as written
 * @param position null when not given
 */
public record PersonRow(
        RowAt at,
        String name,
        String key,
        @Nullable String account,
        String unit,
        @Nullable Position position,
        @Nullable String phone,
        @Nullable String email) {}
