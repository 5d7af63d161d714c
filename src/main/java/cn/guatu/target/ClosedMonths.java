package cn.guatu.target;

import cn.guatu.org.PlanMonth;
import cn.guatu.org.PlanMonths;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A decrease cannot take effect inside a closed month (semantics §5): the value in force at its end never becomes less. */
final class ClosedMonths {

    private ClosedMonths() {}

    /**
     * Refuses new versions that would lower what was in force at the end of a month that is locked for whoever records them.
     *
     * @param before the versions of a year, in the order they were recorded
     */
    static void refuseDecreases(
            Collection<TargetVersionData> added,
            Map<TargetId, Target> targets,
            Function<Integer, List<TargetVersion>> before,
            PlanMonths months,
            Recording how) {
        Map<TargetId, List<TargetVersionData>> byTarget = new HashMap<>();
        added.forEach(each -> byTarget.computeIfAbsent(each.target(), target -> new ArrayList<>())
                .add(each));
        Map<Integer, NavigableMap<Integer, PlanMonth>> locked = new HashMap<>();
        Map<Integer, List<TargetVersion>> known = new HashMap<>();
        byTarget.forEach((id, versions) -> {
            Target target = Objects.requireNonNull(targets.get(id));
            NavigableMap<Integer, PlanMonth> closed =
                    locked.computeIfAbsent(target.year(), year -> months.lockedFor(year, how.actor()));
            if (!closed.isEmpty()) {
                List<TargetVersion> own = known.computeIfAbsent(target.year(), before).stream()
                        .filter(each -> each.target().equals(id))
                        .toList();
                refuse(target, own, versions, closed, how);
            }
        });
    }

    private static void refuse(
            Target target,
            List<TargetVersion> own,
            List<TargetVersionData> added,
            NavigableMap<Integer, PlanMonth> closed,
            Recording how) {
        List<TargetVersion> after = new ArrayList<>(own);
        added.forEach(each -> after.add(recorded(target, each, how)));
        for (PlanMonth month : closed.values()) {
            LocalDate end = month.calendar().atEndOfMonth();
            BigDecimal was = valueOn(own, end);
            BigDecimal is = valueOn(after, end);
            if (was != null && (is == null || is.compareTo(was) < 0)) {
                throw Refusal.conflict("“%s”的目标值不能在已关闭的月份内调减（%s 由 %s 改为 %s）：%s已发布并锁定。请把生效日期改为%s或以后，或请督查专员重新开启该月。"
                        .formatted(
                                target.name(),
                                end,
                                text(was),
                                is == null ? "空" : text(is),
                                month.title(),
                                closed.lastEntry()
                                        .getValue()
                                        .calendar()
                                        .plusMonths(1)
                                        .atDay(1)));
            }
        }
    }

    private static TargetVersion recorded(Target target, TargetVersionData data, Recording how) {
        LocalDate from = data.effectiveFrom() != null ? data.effectiveFrom() : LocalDate.of(target.year(), 1, 1);
        return new TargetVersion(
                new TargetVersionId(Long.MAX_VALUE),
                target.id(),
                data.status(),
                data.value(),
                data.approx(),
                data.docNo(),
                from,
                data.reason(),
                data.approvedBy(),
                how.importId(),
                how.actor(),
                how.at());
    }

    private static @Nullable BigDecimal valueOn(List<TargetVersion> versions, LocalDate day) {
        return TargetVersion.inForce(versions, day).map(TargetVersion::value).orElse(null);
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
