package cn.guatu.planning.rule;

import cn.guatu.org.UnitId;
import cn.guatu.target.Target;
import cn.guatu.target.TargetData;
import org.jspecify.annotations.Nullable;

/** A target with one thing changed. */
final class TargetFields {

    private final TargetData now;

    TargetFields(Target target) {
        this.now = Contents.of(target);
    }

    TargetData name(String name) {
        return new TargetData(
                now.id(),
                now.year(),
                now.code(),
                name,
                now.unit(),
                now.kind(),
                now.direction(),
                now.baseValue(),
                now.pace(),
                now.lead(),
                now.leader(),
                now.source(),
                now.definition(),
                now.weight(),
                now.parent(),
                now.ofWhich(),
                now.sortOrder());
    }

    TargetData code(String code) {
        return new TargetData(
                now.id(),
                now.year(),
                code,
                now.name(),
                now.unit(),
                now.kind(),
                now.direction(),
                now.baseValue(),
                now.pace(),
                now.lead(),
                now.leader(),
                now.source(),
                now.definition(),
                now.weight(),
                now.parent(),
                now.ofWhich(),
                now.sortOrder());
    }

    TargetData unit(String unit) {
        return new TargetData(
                now.id(),
                now.year(),
                now.code(),
                now.name(),
                unit,
                now.kind(),
                now.direction(),
                now.baseValue(),
                now.pace(),
                now.lead(),
                now.leader(),
                now.source(),
                now.definition(),
                now.weight(),
                now.parent(),
                now.ofWhich(),
                now.sortOrder());
    }

    TargetData lead(UnitId lead) {
        return new TargetData(
                now.id(),
                now.year(),
                now.code(),
                now.name(),
                now.unit(),
                now.kind(),
                now.direction(),
                now.baseValue(),
                now.pace(),
                lead,
                now.leader(),
                now.source(),
                now.definition(),
                now.weight(),
                now.parent(),
                now.ofWhich(),
                now.sortOrder());
    }

    TargetData leader(@Nullable String leader) {
        return new TargetData(
                now.id(),
                now.year(),
                now.code(),
                now.name(),
                now.unit(),
                now.kind(),
                now.direction(),
                now.baseValue(),
                now.pace(),
                now.lead(),
                leader,
                now.source(),
                now.definition(),
                now.weight(),
                now.parent(),
                now.ofWhich(),
                now.sortOrder());
    }

    TargetData sortOrder(int sortOrder) {
        return new TargetData(
                now.id(),
                now.year(),
                now.code(),
                now.name(),
                now.unit(),
                now.kind(),
                now.direction(),
                now.baseValue(),
                now.pace(),
                now.lead(),
                now.leader(),
                now.source(),
                now.definition(),
                now.weight(),
                now.parent(),
                now.ofWhich(),
                sortOrder);
    }
}
