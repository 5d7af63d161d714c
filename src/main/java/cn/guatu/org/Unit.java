package cn.guatu.org;

import org.jspecify.annotations.Nullable;

/**
 * A district, street, department or task force.
 *
 * @param id its identity
 * @param name 名称 as written
 * @param key the folded name, see {@link NameKey}; unique
 * @param kind 类型
 * @param parent 上级; null at the top
 * @param sortOrder 排序; null sorts last
 * @param version counts its changes from 1; an edit names the version it was made on
 */
public record Unit(
        UnitId id,
        String name,
        String key,
        UnitKind kind,
        @Nullable UnitId parent,
        @Nullable Integer sortOrder,
        int version) {}
