package cn.guatu.progress;

import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static cn.guatu.jooq.Tables.RECOGNITION;
import static cn.guatu.jooq.Tables.RECOGNITION_KEY;
import static cn.guatu.jooq.Tables.RECOGNITION_SHARE;
import static cn.guatu.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import cn.guatu.org.UnitId;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.progress.rule.StreetSplit;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the ledger reads: its own rows, and what a row must fit to. */
@Component
class LedgerQueries {

    private static final int CHUNK = 1_000;
    private static final cn.guatu.jooq.tables.Recognition TAKING_BACK = RECOGNITION.as("taking_back");

    private final DSLContext dsl;

    LedgerQueries(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A phase as the ledger needs it; {@code name} is for sentences. */
    record PhaseFacts(long id, int year, long lead, String name) {}

    /** A target as the ledger needs it. */
    record TargetFacts(long id, int year, TargetKind kind, String code, String unit) {}

    /** What a phase has recognised for a target. */
    record Sum(BigDecimal quantity, BigDecimal denominator) {
        static final Sum NOTHING = new Sum(BigDecimal.ZERO, BigDecimal.ZERO);

        Sum plus(BigDecimal quantity, @Nullable BigDecimal denominator) {
            return new Sum(
                    this.quantity.add(quantity),
                    denominator == null ? this.denominator : this.denominator.add(denominator));
        }
    }

    /** The share sets of a phase by the day they start. */
    record ShareSets(TreeMap<LocalDate, List<StreetSplit.Share>> byStart) {

        /** The set in force on a day; the first one for days before it; empty without any. */
        List<StreetSplit.Share> on(LocalDate day) {
            var set = byStart.floorEntry(day);
            if (set == null) {
                set = byStart.firstEntry();
            }
            return set == null ? List.of() : set.getValue();
        }
    }

    /**
     * The phases, locked until the end of the transaction in the order of their ids: rows of one phase are posted one after the other,
     * so that sums and leads hold while a row is checked.
     */
    Map<Long, PhaseFacts> lockPhases(Collection<Long> ids) {
        Map<Long, PhaseFacts> phases = new HashMap<>();
        for (List<Long> some : chunks(ids)) {
            dsl.select(PHASE.ID, PHASE.PLAN_YEAR, PHASE.LEAD_UNIT_ID, PHASE.NAME, PHASE.PROJECT_NAME)
                    .from(PHASE)
                    .where(PHASE.ID.in(some))
                    .orderBy(PHASE.ID)
                    .forUpdate()
                    .forEach(row -> phases.put(
                            row.value1(),
                            new PhaseFacts(
                                    row.value1(),
                                    row.value2(),
                                    row.value3(),
                                    row.value5() + "（" + row.value4() + "）")));
        }
        return phases;
    }

    /** Locks every phase, so that nobody posts and no lead changes. */
    void lockAllPhases() {
        dsl.select(PHASE.ID).from(PHASE).orderBy(PHASE.ID).forUpdate().fetch();
    }

    /** The targets that exist among these. */
    Map<Long, TargetFacts> targets(Collection<Long> ids) {
        Map<Long, TargetFacts> targets = new HashMap<>();
        for (List<Long> some : chunks(ids)) {
            dsl.select(TARGET.ID, TARGET.PLAN_YEAR, TARGET.KIND, TARGET.CODE, TARGET.UNIT)
                    .from(TARGET)
                    .where(TARGET.ID.in(some))
                    .forEach(row -> targets.put(
                            row.value1(),
                            new TargetFacts(
                                    row.value1(),
                                    row.value2(),
                                    TargetKind.valueOf(row.value3()),
                                    row.value4(),
                                    row.value5())));
        }
        return targets;
    }

    /** The phase of each node. */
    Map<Long, Long> phasesOfNodes(Collection<Long> ids) {
        Map<Long, Long> phases = new HashMap<>();
        for (List<Long> some : chunks(ids)) {
            phases.putAll(dsl.select(NODE.ID, NODE.PHASE_ID)
                    .from(NODE)
                    .where(NODE.ID.in(some))
                    .fetchMap(NODE.ID, NODE.PHASE_ID));
        }
        return phases;
    }

    Map<Long, ShareSets> shareSets(Collection<Long> phases) {
        Map<Long, ShareSets> sets = new HashMap<>();
        for (List<Long> some : chunks(phases)) {
            dsl.select(PHASE_SHARE.PHASE_ID, PHASE_SHARE.EFFECTIVE_FROM, PHASE_SHARE.STREET_ID, PHASE_SHARE.SHARE)
                    .from(PHASE_SHARE)
                    .where(PHASE_SHARE.PHASE_ID.in(some))
                    .orderBy(
                            PHASE_SHARE.PHASE_ID,
                            PHASE_SHARE.EFFECTIVE_FROM,
                            PHASE_SHARE.POSITION,
                            PHASE_SHARE.STREET_ID)
                    .forEach(row -> sets.computeIfAbsent(row.value1(), phase -> new ShareSets(new TreeMap<>()))
                            .byStart()
                            .computeIfAbsent(row.value2(), start -> new ArrayList<>())
                            .add(new StreetSplit.Share(new UnitId(row.value3()), row.value4())));
        }
        return sets;
    }

    /** What the phase has recognised for the target by all of its rows. */
    Sum recognised(long phase, long target) {
        return dsl.select(
                        coalesce(sum(RECOGNITION.QUANTITY), BigDecimal.ZERO),
                        coalesce(sum(RECOGNITION.DENOMINATOR), BigDecimal.ZERO))
                .from(RECOGNITION)
                .where(RECOGNITION.PHASE_ID.eq(phase))
                .and(RECOGNITION.TARGET_ID.eq(target))
                .fetchSingle(row -> new Sum(row.value1(), row.value2()));
    }

    /** The highest id among the rows of the phases; 0 when they have none. */
    long lastRowOf(Collection<Long> phases) {
        long last = 0;
        for (List<Long> some : chunks(phases)) {
            Long found = dsl.select(max(RECOGNITION.ID))
                    .from(RECOGNITION)
                    .where(RECOGNITION.PHASE_ID.in(some))
                    .fetchSingle()
                    .value1();
            last = Math.max(last, found == null ? 0 : found);
        }
        return last;
    }

    /** The ids of the rows of the phases after this one, ascending. */
    List<Long> rowsAfter(long last, Collection<Long> phases) {
        return chunks(phases).stream()
                .flatMap(some -> dsl
                        .select(RECOGNITION.ID)
                        .from(RECOGNITION)
                        .where(RECOGNITION.PHASE_ID.in(some))
                        .and(RECOGNITION.ID.gt(last))
                        .fetch(RECOGNITION.ID)
                        .stream())
                .sorted()
                .toList();
    }

    /** The row that holds a key of "recognised once"; empty when none does. */
    Optional<Recognition> standing(long phase, long target, long nodeOrZero, String identity) {
        return fetch(RECOGNITION.ID.eq(dsl.select(RECOGNITION_KEY.RECOGNITION_ID)
                        .from(RECOGNITION_KEY)
                        .where(RECOGNITION_KEY.PHASE_ID.eq(phase))
                        .and(RECOGNITION_KEY.TARGET_ID.eq(target))
                        .and(RECOGNITION_KEY.NODE_ID.eq(nodeOrZero))
                        .and(RECOGNITION_KEY.IDENTITY.eq(identity))))
                .stream()
                .findFirst();
    }

    Map<Long, Recognition> byId(Collection<Long> ids) {
        Map<Long, Recognition> rows = new HashMap<>();
        for (List<Long> some : chunks(ids)) {
            fetch(RECOGNITION.ID.in(some)).forEach(row -> rows.put(row.id().value(), row));
        }
        return rows;
    }

    List<Recognition> ofYear(int year) {
        return fetch(
                RECOGNITION.TARGET_ID.in(dsl.select(TARGET.ID).from(TARGET).where(TARGET.PLAN_YEAR.eq((short) year))));
    }

    List<Recognition> ofPhase(long phase) {
        return fetch(RECOGNITION.PHASE_ID.eq(phase));
    }

    List<Recognition> ofImport(long importId) {
        return fetch(RECOGNITION.IMPORT_ID.eq(importId));
    }

    Map<Long, List<StreetSplit.Part>> parts(Collection<Long> rows) {
        Map<Long, List<StreetSplit.Part>> parts = new HashMap<>();
        for (List<Long> some : chunks(rows)) {
            dsl.selectFrom(RECOGNITION_SHARE)
                    .where(RECOGNITION_SHARE.RECOGNITION_ID.in(some))
                    .orderBy(RECOGNITION_SHARE.RECOGNITION_ID, RECOGNITION_SHARE.STREET_ID)
                    .forEach(row -> parts.computeIfAbsent(row.getRecognitionId(), id -> new ArrayList<>())
                            .add(new StreetSplit.Part(
                                    new UnitId(row.getStreetId()),
                                    row.getShare(),
                                    row.getQuantity(),
                                    row.getDenominator())));
        }
        return parts;
    }

    private List<Recognition> fetch(Condition which) {
        return dsl.select(RECOGNITION.fields())
                .select(TAKING_BACK.ID)
                .from(RECOGNITION)
                .leftJoin(TAKING_BACK)
                .on(TAKING_BACK.REVERSES_ID.eq(RECOGNITION.ID))
                .where(which)
                .orderBy(RECOGNITION.ID)
                .fetch(row -> new Recognition(
                        new RecognitionId(row.get(RECOGNITION.ID)),
                        new PhaseId(row.get(RECOGNITION.PHASE_ID)),
                        new TargetId(row.get(RECOGNITION.TARGET_ID)),
                        row.get(RECOGNITION.NODE_ID) == null ? null : new NodeId(row.get(RECOGNITION.NODE_ID)),
                        row.get(RECOGNITION.BATCH),
                        row.get(RECOGNITION.OCCURRED_ON),
                        MeasureUnit.plain(row.get(RECOGNITION.QUANTITY)),
                        row.get(RECOGNITION.DENOMINATOR) == null
                                ? null
                                : MeasureUnit.plain(row.get(RECOGNITION.DENOMINATOR)),
                        row.get(RECOGNITION.APPROX),
                        row.get(RECOGNITION.EVIDENCE),
                        row.get(RECOGNITION.REASON),
                        row.get(RECOGNITION.REVERSES_ID) == null
                                ? null
                                : new RecognitionId(row.get(RECOGNITION.REVERSES_ID)),
                        row.get(TAKING_BACK.ID) == null ? null : new RecognitionId(row.get(TAKING_BACK.ID)),
                        row.get(RECOGNITION.IMPORT_ID),
                        row.get(RECOGNITION.RECORDED_BY),
                        row.get(RECOGNITION.RECORDED_AT)));
    }

    private static List<List<Long>> chunks(Collection<Long> ids) {
        List<Long> sorted = ids.stream().distinct().sorted().toList();
        List<List<Long>> chunks = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            chunks.add(sorted.subList(from, Math.min(sorted.size(), from + CHUNK)));
        }
        return chunks;
    }
}
