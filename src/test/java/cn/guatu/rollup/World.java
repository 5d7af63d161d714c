package cn.guatu.rollup;

import cn.guatu.project.PlanNature;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is known at one instant, as plain lists: what the oracle looks at. */
final class World {

    final List<T> targets = new ArrayList<>();
    final List<V> versions = new ArrayList<>();
    final Map<String, TreeMap<Integer, BigDecimal>> plans = new LinkedHashMap<>();
    final Map<String, Map<String, BigDecimal>> allocations = new LinkedHashMap<>();
    final List<P> phases = new ArrayList<>();
    final List<N> nodes = new ArrayList<>();
    final List<R> rows = new ArrayList<>();

    record T(
            String code,
            TargetKind kind,
            Direction direction,
            @Nullable BigDecimal base,
            Pace pace,
            @Nullable BigDecimal weight,
            @Nullable String parent,
            @Nullable OfWhich ofWhich) {}

    record V(String target, VersionStatus status, @Nullable BigDecimal value, LocalDate from) {}

    record P(String project, PlanNature nature, String lead, TreeMap<LocalDate, Map<String, BigDecimal>> shares) {
        Map<String, BigDecimal> sharesOn(LocalDate day) {
            return shares.floorEntry(day).getValue();
        }
    }

    record N(
            String project,
            String name,
            LocalDate planned,
            @Nullable LocalDate actual,
            @Nullable BigDecimal weight,
            @Nullable String target,
            @Nullable BigDecimal quantity) {}

    record R(
            long id,
            String project,
            String target,
            @Nullable String node,
            LocalDate occurredOn,
            BigDecimal quantity,
            @Nullable BigDecimal denominator,
            @Nullable Long reverses,
            Map<String, BigDecimal> shares) {}

    World copy() {
        World copy = new World();
        copy.targets.addAll(targets);
        copy.versions.addAll(versions);
        plans.forEach((code, plan) -> copy.plans.put(code, new TreeMap<>(plan)));
        allocations.forEach((code, parts) -> copy.allocations.put(code, new LinkedHashMap<>(parts)));
        phases.forEach(phase ->
                copy.phases.add(new P(phase.project(), phase.nature(), phase.lead(), new TreeMap<>(phase.shares()))));
        copy.nodes.addAll(nodes);
        copy.rows.addAll(rows);
        return copy;
    }

    T target(String code) {
        return targets.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    P phase(String project) {
        return phases.stream()
                .filter(each -> each.project().equals(project))
                .findFirst()
                .orElseThrow();
    }
}
