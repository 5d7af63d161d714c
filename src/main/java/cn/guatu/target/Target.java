package cn.guatu.target;

import cn.guatu.org.UnitId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A measured commitment of a year (指标, semantics §1). Its value is in its {@link TargetVersion}s.
 *
 * @param id its identity
 * @param year the plan year
 * @param code 编码 as written
 * @param name 名称
 * @param unit 单位 in which its quantities are kept, e.g. 公顷
 * @param kind 类型
 * @param direction 方向; DOWN only for STOCK and RATIO
 * @param baseValue 基期值; null when not given
 * @param pace 序时方式
 * @param lead 牵头科室
 * @param leader 责任领导; need not be a person we know
 * @param source 来源
 * @param definition 口径
 * @param weight 权重 in 综合完成率; null counts as 1
 * @param parent 上级指标; null for a top-level target
 * @param ofWhich 其中关系; null exactly when there is no parent (semantics §6)
 * @param sortOrder its place in the list, as in the workbook
 * @param version counts its changes from 1; an edit names the version it was made on
 */
public record Target(
        TargetId id,
        int year,
        String code,
        String name,
        String unit,
        TargetKind kind,
        Direction direction,
        @Nullable BigDecimal baseValue,
        Pace pace,
        UnitId lead,
        @Nullable String leader,
        @Nullable String source,
        @Nullable String definition,
        @Nullable BigDecimal weight,
        @Nullable TargetId parent,
        @Nullable OfWhich ofWhich,
        int sortOrder,
        int version) {}
