package cn.guatu.progress;

import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static cn.guatu.jooq.Tables.REPORT_DRAFT;
import static cn.guatu.jooq.Tables.REPORT_REQUEST;
import static cn.guatu.jooq.Tables.REPORT_STEP;
import static cn.guatu.jooq.Tables.WEEKLY_REPORT;

import cn.guatu.jooq.tables.records.ReportStepRecord;
import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the items of weeks: what was asked for, and what was said of it. */
@Component
class ItemQueries {

    private final DSLContext sql;

    ItemQueries(DSLContext sql) {
        this.sql = sql;
    }

    private record Key(LocalDate week, long phase, long node) {}

    List<ReportItem> items(int year, ReportingWeek from, ReportingWeek to, LocalDate today) {
        Map<Long, List<UnitId>> streets = streets(year, today);
        Set<Key> drafts = drafts(from, to);
        Map<Key, Record> requests = requests(year, from, to);
        Map<Key, ReportItem> items = new TreeMap<>(
                Comparator.comparing(Key::week).thenComparingLong(Key::phase).thenComparingLong(Key::node));
        requests.forEach((key, row) -> items.put(key, item(key, row, null, streets, drafts.contains(key))));
        sql.select(WEEKLY_REPORT.fields())
                .select(PHASE.LEAD_UNIT_ID, owner())
                .from(WEEKLY_REPORT)
                .join(PHASE)
                .on(PHASE.ID.eq(WEEKLY_REPORT.PHASE_ID))
                .leftJoin(NODE)
                .on(NODE.ID.eq(WEEKLY_REPORT.NODE_ID))
                .where(WEEKLY_REPORT.PLAN_YEAR.eq((short) year))
                .and(WEEKLY_REPORT.WEEK_START.between(from.firstDay(), to.firstDay()))
                .forEach(row -> {
                    Key key = new Key(
                            row.get(WEEKLY_REPORT.WEEK_START),
                            row.get(WEEKLY_REPORT.PHASE_ID),
                            row.get(WEEKLY_REPORT.NODE_KEY));
                    items.put(key, item(key, requests.get(key), row, streets, false));
                });
        return List.copyOf(items.values());
    }

    /** What was asked for and said by an instant, out of the steps of the items; a draft that nobody submitted is no report. */
    List<ReportItem> items(int year, ReportingWeek from, ReportingWeek to, LocalDate today, Instant knownAt) {
        Map<Key, Record> requests = requests(year, from, to);
        Map<Key, List<StepAction>> steps = new HashMap<>();
        sql.select(REPORT_STEP.WEEK_START, REPORT_STEP.PHASE_ID, REPORT_STEP.NODE_KEY, REPORT_STEP.ACTION)
                .from(REPORT_STEP)
                .where(REPORT_STEP.WEEK_START.between(from.firstDay(), to.firstDay()))
                .and(REPORT_STEP.RECORDED_AT.le(knownAt))
                .orderBy(REPORT_STEP.ID)
                .forEach(row -> steps.computeIfAbsent(
                                new Key(row.value1(), row.value2(), row.value3()), key -> new ArrayList<>())
                        .add(StepAction.valueOf(row.value4())));
        List<ReportItem> known = new ArrayList<>();
        for (ReportItem item : items(year, from, to, today)) {
            Key key = new Key(
                    item.week().firstDay(),
                    item.phase().value(),
                    item.node() == null ? 0 : item.node().value());
            Record request = requests.get(key);
            boolean asked =
                    request != null && !request.get(REPORT_REQUEST.ASKED_AT).isAfter(knownAt);
            List<StepAction> taken = steps.getOrDefault(key, List.of());
            if (asked || !taken.isEmpty()) {
                known.add(item.as(asked, taken));
            }
        }
        return known;
    }

    /** Every step of an item over all weeks, the latest first. */
    List<ReportStep> steps(ReportKey item) {
        return sql.selectFrom(REPORT_STEP)
                .where(REPORT_STEP.PHASE_ID.eq(item.phase().value()))
                .and(REPORT_STEP.NODE_KEY.eq(item.nodeKey()))
                .orderBy(REPORT_STEP.ID.desc())
                .fetch(row -> step(row, item));
    }

    /** The last steps of all items of a phase, the latest first. */
    List<ReportStep> lastSteps(PhaseId phase, int most) {
        return sql.selectFrom(REPORT_STEP)
                .where(REPORT_STEP.PHASE_ID.eq(phase.value()))
                .orderBy(REPORT_STEP.ID.desc())
                .limit(most)
                .fetch(row -> step(
                        row,
                        new ReportKey(
                                ReportingWeek.containing(row.getWeekStart()),
                                phase,
                                row.getNodeKey() == 0 ? null : new NodeId(row.getNodeKey()))));
    }

    private Map<Key, Record> requests(int year, ReportingWeek from, ReportingWeek to) {
        Map<Key, Record> requests = new HashMap<>();
        sql.select(REPORT_REQUEST.fields())
                .select(PHASE.LEAD_UNIT_ID)
                .from(REPORT_REQUEST)
                .join(PHASE)
                .on(PHASE.ID.eq(REPORT_REQUEST.PHASE_ID))
                .where(REPORT_REQUEST.PLAN_YEAR.eq((short) year))
                .and(REPORT_REQUEST.WEEK_START.between(from.firstDay(), to.firstDay()))
                .forEach(row -> requests.put(
                        new Key(
                                row.get(REPORT_REQUEST.WEEK_START),
                                row.get(REPORT_REQUEST.PHASE_ID),
                                row.get(REPORT_REQUEST.NODE_KEY)),
                        row));
        return requests;
    }

    private Set<Key> drafts(ReportingWeek from, ReportingWeek to) {
        return new HashSet<>(sql.selectDistinct(REPORT_DRAFT.WEEK_START, REPORT_DRAFT.PHASE_ID, REPORT_DRAFT.NODE_KEY)
                .from(REPORT_DRAFT)
                .where(REPORT_DRAFT.WEEK_START.between(from.firstDay(), to.firstDay()))
                .fetch(row -> new Key(row.value1(), row.value2(), row.value3())));
    }

    private Map<Long, List<UnitId>> streets(int year, LocalDate today) {
        Map<Long, List<UnitId>> streets = new HashMap<>();
        Map<Long, LocalDate> since = new HashMap<>();
        sql.select(PHASE_SHARE.PHASE_ID, PHASE_SHARE.EFFECTIVE_FROM, PHASE_SHARE.STREET_ID)
                .from(PHASE_SHARE)
                .join(PHASE)
                .on(PHASE.ID.eq(PHASE_SHARE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(PHASE_SHARE.EFFECTIVE_FROM.le(today))
                .orderBy(
                        PHASE_SHARE.PHASE_ID,
                        PHASE_SHARE.EFFECTIVE_FROM.desc(),
                        PHASE_SHARE.POSITION,
                        PHASE_SHARE.STREET_ID)
                .forEach(row -> {
                    // The first set met is the one in force.
                    since.putIfAbsent(row.value1(), row.value2());
                    if (row.value2().equals(since.get(row.value1()))) {
                        streets.computeIfAbsent(row.value1(), phase -> new ArrayList<>())
                                .add(new UnitId(row.value3()));
                    }
                });
        return streets;
    }

    private static ReportItem item(
            Key key,
            @Nullable Record request,
            @Nullable Record report,
            Map<Long, List<UnitId>> streets,
            boolean draft) {
        Long owner = request != null
                ? request.get(REPORT_REQUEST.OWNER_ID)
                : row(report).get(owner());
        Long lead = (request != null ? request : row(report)).get(PHASE.LEAD_UNIT_ID);
        ReportState state = report == null
                ? draft ? ReportState.DRAFT : ReportState.NOT_REPORTED
                : ReportState.valueOf(report.get(WEEKLY_REPORT.STATE));
        return new ReportItem(
                ReportingWeek.containing(key.week()),
                new PhaseId(key.phase()),
                key.node() == 0 ? null : new NodeId(key.node()),
                owner == null ? null : new PersonId(owner),
                new UnitId(lead),
                streets.getOrDefault(key.phase(), List.of()),
                request != null,
                request == null ? null : request.get(REPORT_REQUEST.REASON),
                state,
                report != null && report.get(WEEKLY_REPORT.NO_CHANGE),
                report == null ? null : report.get(WEEKLY_REPORT.SUBMITTED_AT),
                report == null ? 0 : report.get(WEEKLY_REPORT.RETURNED_TIMES),
                report == null ? null : plain(report.get(WEEKLY_REPORT.CUMULATIVE)),
                report == null ? null : plain(report.get(WEEKLY_REPORT.RECOGNISED)));
    }

    private static Record row(@Nullable Record row) {
        if (row == null) {
            throw new IllegalStateException("an item is asked for or reported on");
        }
        return row;
    }

    private static Field<Long> owner() {
        return DSL.when(NODE.OWNER_NAME.isNull(), PHASE.OWNER_ID)
                .otherwise(NODE.OWNER_ID)
                .as("answers_id");
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : MeasureUnit.plain(number);
    }

    private static ReportStep step(ReportStepRecord row, ReportKey item) {
        return new ReportStep(
                item.in(ReportingWeek.containing(row.getWeekStart())),
                StepAction.valueOf(row.getAction()),
                row.getVersion(),
                new Claim(
                        row.getCumulative(),
                        row.getDenominator(),
                        row.getCompletedOn(),
                        row.getEvidence(),
                        row.getReason(),
                        row.getProgress(),
                        row.getNextSteps(),
                        row.getDifficulty(),
                        row.getForecast(),
                        row.getNoChange()),
                row.getRemark(),
                row.getRecognised() == null ? null : MeasureUnit.plain(row.getRecognised()),
                row.getRecognitionId() == null ? null : new RecognitionId(row.getRecognitionId()),
                row.getActor(),
                row.getRecordedAt());
    }
}
