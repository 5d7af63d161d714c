package cn.guatu.target;

import cn.guatu.org.UnitId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A target being written down from what there is: changed thing by thing, and made. What is not said stays as it was. */
public final class TargetDraft {

    private @Nullable TargetId id;
    private int year;
    private String code;
    private String name;
    private String unit;
    private TargetKind kind;
    private Direction direction;
    private @Nullable BigDecimal baseValue;
    private Pace pace;
    private UnitId lead;
    private @Nullable String leader;
    private @Nullable String source;
    private @Nullable String definition;
    private @Nullable BigDecimal weight;
    private @Nullable TargetId parent;
    private @Nullable OfWhich ofWhich;
    private int sortOrder;

    private TargetDraft(TargetData now) {
        id = now.id();
        year = now.year();
        code = now.code();
        name = now.name();
        unit = now.unit();
        kind = now.kind();
        direction = now.direction();
        baseValue = now.baseValue();
        pace = now.pace();
        lead = now.lead();
        leader = now.leader();
        source = now.source();
        definition = now.definition();
        weight = now.weight();
        parent = now.parent();
        ofWhich = now.ofWhich();
        sortOrder = now.sortOrder();
    }

    /** What somebody already wants. */
    public static TargetDraft of(TargetData wanted) {
        return new TargetDraft(wanted);
    }

    /** The target as it is. */
    public static TargetDraft of(Target target) {
        return new TargetDraft(new TargetData(
                target.id(),
                target.year(),
                target.code(),
                target.name(),
                target.unit(),
                target.kind(),
                target.direction(),
                target.baseValue(),
                target.pace(),
                target.lead(),
                target.leader(),
                target.source(),
                target.definition(),
                target.weight(),
                target.parent(),
                target.ofWhich(),
                target.sortOrder()));
    }

    /** Which target is meant; null creates one. */
    public TargetDraft id(@Nullable TargetId wanted) {
        id = wanted;
        return this;
    }

    /** 编码. */
    public TargetDraft code(String wanted) {
        code = wanted;
        return this;
    }

    /** 名称. */
    public TargetDraft name(String wanted) {
        name = wanted;
        return this;
    }

    /** 单位. */
    public TargetDraft unit(String wanted) {
        unit = wanted;
        return this;
    }

    /** 类型. */
    public TargetDraft kind(TargetKind wanted) {
        kind = wanted;
        return this;
    }

    /** 方向. */
    public TargetDraft direction(Direction wanted) {
        direction = wanted;
        return this;
    }

    /** 基期值. */
    public TargetDraft baseValue(@Nullable BigDecimal wanted) {
        baseValue = wanted;
        return this;
    }

    /** 序时方式. */
    public TargetDraft pace(Pace wanted) {
        pace = wanted;
        return this;
    }

    /** 牵头科室. */
    public TargetDraft lead(UnitId wanted) {
        lead = wanted;
        return this;
    }

    /** 责任领导. */
    public TargetDraft leader(@Nullable String wanted) {
        leader = wanted;
        return this;
    }

    /** 来源. */
    public TargetDraft source(@Nullable String wanted) {
        source = wanted;
        return this;
    }

    /** 口径. */
    public TargetDraft definition(@Nullable String wanted) {
        definition = wanted;
        return this;
    }

    /** 权重 in 综合完成率. */
    public TargetDraft weight(@Nullable BigDecimal wanted) {
        weight = wanted;
        return this;
    }

    /** Its place in the list. */
    public TargetDraft order(int wanted) {
        sortOrder = wanted;
        return this;
    }

    /** 上级指标 with 其中关系; both null for a top-level target. */
    public TargetDraft partOf(@Nullable TargetId whole, @Nullable OfWhich how) {
        parent = whole;
        ofWhich = how;
        return this;
    }

    /** What has been written down. */
    public TargetData made() {
        return new TargetData(
                id,
                year,
                code,
                name,
                unit,
                kind,
                direction,
                baseValue,
                pace,
                lead,
                leader,
                source,
                definition,
                weight,
                parent,
                ofWhich,
                sortOrder);
    }
}
