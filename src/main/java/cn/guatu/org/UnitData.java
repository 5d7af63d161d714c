package cn.guatu.org;

import org.jspecify.annotations.Nullable;

/**
 * A unit as somebody wants it: a new one or a change.
 *
 * @param id null creates a unit
 * @param name 名称 as written
 * @param kind 类型
 * @param parent 上级; null at the top
 * @param sortOrder 排序; null sorts last
 */
public record UnitData(
        @Nullable UnitId id,
        String name,
        UnitKind kind,
        @Nullable UnitId parent,
        @Nullable Integer sortOrder) {}
