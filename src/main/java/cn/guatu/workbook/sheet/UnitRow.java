package cn.guatu.workbook.sheet;

import cn.guatu.org.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * A row of 组织. Identity: the name.
 *
 * @param name as written, trimmed
 * @param key the folded name that identifies the unit
 * @param parent name of the unit above, as written; null when none is given
 * @param sort place in lists; null when not given
 */
public record UnitRow(
        RowAt at,
        String name,
        String key,
        UnitKind kind,
        @Nullable String parent,
        @Nullable Integer sort) {}
