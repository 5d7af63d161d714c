package cn.guatu.project;

import cn.guatu.org.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * 配合单位: one of our units, or an outside body by name only.
 *
 * @param unit null for an outside body
 * @param name as written
 */
public record Assisting(@Nullable UnitId unit, String name) {}
