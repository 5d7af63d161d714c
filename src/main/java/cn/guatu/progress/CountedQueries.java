package cn.guatu.progress;

import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.RECOGNITION;
import static cn.guatu.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;

import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what items count towards, and what the ledger has of it. */
@Component
class CountedQueries {

    private final DSLContext sql;

    CountedQueries(DSLContext sql) {
        this.sql = sql;
    }

    private record Pair(long phase, long target) {}

    private record OnNode(long node, long target) {}

    /** What the ledger has. */
    private record Ledger(
            Map<Pair, LedgerQueries.Sum> sums, Map<Pair, BigDecimal> latest, Map<OnNode, BigDecimal> nodes) {}

    /**
     * What each of the items counts towards; those that count towards nothing are not in the answer.
     *
     * @param nodes rows of the table of nodes by id
     */
    Map<ReportKey, Counted> of(Collection<ReportKey> keys, Set<Long> phases, Map<Long, Record> nodes) {
        Map<Long, Long> alone = soleTargets(phases);
        Map<ReportKey, Long> targets = new HashMap<>();
        for (ReportKey key : keys) {
            Record node = nodes.get(key.nodeKey());
            Long target = key.node() == null ? alone.get(key.phase().value()) : target(node);
            if (target != null) {
                targets.put(key, target);
            }
        }
        if (targets.isEmpty()) {
            return Map.of();
        }
        Map<Long, Record> facts = sql.select(TARGET.fields())
                .from(TARGET)
                .where(TARGET.ID.in(new HashSet<>(targets.values())))
                .fetch()
                .intoMap(TARGET.ID, row -> row);
        Ledger ledger = ledger(phases);
        Map<ReportKey, Counted> counted = new HashMap<>();
        targets.forEach((key, target) -> {
            Record row = facts.get(target);
            Record node = nodes.get(key.nodeKey());
            if (row != null) {
                counted.put(key, counted(key, row, node == null ? null : node.get(NODE.QUANTITY), ledger));
            }
        });
        return counted;
    }

    private static Counted counted(ReportKey key, Record target, @Nullable BigDecimal declared, Ledger ledger) {
        long id = target.get(TARGET.ID);
        Pair pair = new Pair(key.phase().value(), id);
        TargetKind kind = TargetKind.valueOf(target.get(TARGET.KIND));
        LedgerQueries.Sum sum = ledger.sums.getOrDefault(pair, LedgerQueries.Sum.NOTHING);
        BigDecimal confirmed =
                kind == TargetKind.STOCK ? ledger.latest.getOrDefault(pair, BigDecimal.ZERO) : sum.quantity();
        return new Counted(
                new TargetId(id),
                target.get(TARGET.CODE),
                target.get(TARGET.NAME),
                target.get(TARGET.UNIT),
                kind,
                declared == null ? null : MeasureUnit.plain(declared),
                MeasureUnit.plain(confirmed),
                MeasureUnit.plain(sum.denominator()),
                MeasureUnit.plain(ledger.nodes.getOrDefault(new OnNode(key.nodeKey(), id), BigDecimal.ZERO)));
    }

    private Ledger ledger(Set<Long> phases) {
        Map<Pair, LedgerQueries.Sum> sums = new HashMap<>();
        Map<Pair, BigDecimal> latest = new HashMap<>();
        Map<OnNode, BigDecimal> nodes = new HashMap<>();
        sql.select(
                        RECOGNITION.PHASE_ID,
                        RECOGNITION.TARGET_ID,
                        RECOGNITION.NODE_ID,
                        coalesce(sum(RECOGNITION.QUANTITY), BigDecimal.ZERO),
                        coalesce(sum(RECOGNITION.DENOMINATOR), BigDecimal.ZERO))
                .from(RECOGNITION)
                .where(RECOGNITION.PHASE_ID.in(phases))
                .groupBy(RECOGNITION.PHASE_ID, RECOGNITION.TARGET_ID, RECOGNITION.NODE_ID)
                .forEach(row -> {
                    sums.merge(
                            new Pair(row.value1(), row.value2()),
                            new LedgerQueries.Sum(row.value4(), row.value5()),
                            (one, more) -> one.plus(more.quantity(), more.denominator()));
                    if (row.value3() != null) {
                        nodes.put(new OnNode(row.value3(), row.value2()), row.value4());
                    }
                });
        sql.select(RECOGNITION.PHASE_ID, RECOGNITION.TARGET_ID, RECOGNITION.QUANTITY)
                .from(RECOGNITION)
                .join(TARGET)
                .on(TARGET.ID.eq(RECOGNITION.TARGET_ID))
                .where(RECOGNITION.PHASE_ID.in(phases))
                .and(TARGET.KIND.eq(TargetKind.STOCK.name()))
                .orderBy(RECOGNITION.OCCURRED_ON, RECOGNITION.ID)
                .forEach(row -> latest.put(new Pair(row.value1(), row.value2()), row.value3()));
        return new Ledger(sums, latest, nodes);
    }

    /** The one target that nodes of a phase name, where it is the only one. */
    private Map<Long, Long> soleTargets(Set<Long> phases) {
        Map<Long, Set<Long>> named = new HashMap<>();
        sql.selectDistinct(NODE.PHASE_ID, NODE.TARGET_ID)
                .from(NODE)
                .where(NODE.PHASE_ID.in(phases))
                .and(NODE.TARGET_ID.isNotNull())
                .forEach(row -> named.computeIfAbsent(row.value1(), phase -> new HashSet<>())
                        .add(row.value2()));
        Map<Long, Long> alone = new HashMap<>();
        named.forEach((phase, targets) -> {
            if (targets.size() == 1) {
                alone.put(phase, targets.iterator().next());
            }
        });
        return alone;
    }

    private static @Nullable Long target(@Nullable Record node) {
        return node == null ? null : node.get(NODE.TARGET_ID);
    }
}
