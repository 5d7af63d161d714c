package cn.guatu.progress;

import static cn.guatu.jooq.Tables.EVIDENCE_FILE;
import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static cn.guatu.jooq.Tables.PROJECT;
import static cn.guatu.jooq.Tables.REPORT_DRAFT;
import static cn.guatu.jooq.Tables.REPORT_REOPENING;
import static cn.guatu.jooq.Tables.REPORT_REQUEST;
import static cn.guatu.jooq.Tables.WEEKLY_REPORT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import cn.guatu.jooq.tables.records.ReportDraftRecord;
import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.PhaseScopeQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the items of a week for the people who report on them and review them, a fixed handful of statements however many. */
@Component
class WeekQueries {

    private static final int WEEKS_BACK = 26;

    private final DSLContext sql;
    private final CountedQueries counted;

    WeekQueries(DSLContext sql, CountedQueries counted) {
        this.sql = sql;
        this.counted = counted;
    }

    /**
     * Whose items.
     *
     * @param person who answers for them; null for somebody without a record
     * @param orphansOf departments whose items without such a person count as well
     * @param streets streets whose items count as well
     */
    record Mine(@Nullable PersonId person, Collection<UnitId> orphansOf, Collection<UnitId> streets) {}

    /**
     * What is asked of somebody in a week.
     *
     * @param open while the week is open an item is asked of whoever answers for it now, also when it was handed over since; afterwards it
     *     stays with whom it was asked of
     */
    Set<ReportKey> asked(ReportingWeek week, Mine mine, boolean open) {
        return keys(
                sql.select(REPORT_REQUEST.WEEK_START, REPORT_REQUEST.PHASE_ID, REPORT_REQUEST.NODE_ID)
                        .from(REPORT_REQUEST)
                        .join(PHASE)
                        .on(PHASE.ID.eq(REPORT_REQUEST.PHASE_ID))
                        .leftJoin(NODE)
                        .on(NODE.ID.eq(REPORT_REQUEST.NODE_ID))
                        .where(REPORT_REQUEST.WEEK_START.eq(week.firstDay()))
                        .and(answers(mine, open ? ownerOfNode() : REPORT_REQUEST.OWNER_ID))
                        .fetch(),
                REPORT_REQUEST.WEEK_START,
                REPORT_REQUEST.PHASE_ID,
                REPORT_REQUEST.NODE_ID);
    }

    /** What somebody submitted himself in a week, asked or not. */
    Set<ReportKey> submittedBy(String account, ReportingWeek week) {
        return keys(
                sql.select(WEEKLY_REPORT.WEEK_START, WEEKLY_REPORT.PHASE_ID, WEEKLY_REPORT.NODE_ID)
                        .from(WEEKLY_REPORT)
                        .where(WEEKLY_REPORT.WEEK_START.eq(week.firstDay()))
                        .and(WEEKLY_REPORT.SUBMITTED_BY.eq(account))
                        .fetch(),
                WEEKLY_REPORT.WEEK_START,
                WEEKLY_REPORT.PHASE_ID,
                WEEKLY_REPORT.NODE_ID);
    }

    /** Items of closed weeks that were opened again for somebody. */
    Set<ReportKey> reopened(Mine mine, Instant now) {
        Field<Long> node = DSL.nullif(REPORT_REOPENING.NODE_KEY, 0L);
        return keys(
                sql.selectDistinct(REPORT_REOPENING.WEEK_START, REPORT_REOPENING.PHASE_ID, node)
                        .from(REPORT_REOPENING)
                        .join(PHASE)
                        .on(PHASE.ID.eq(REPORT_REOPENING.PHASE_ID))
                        .leftJoin(NODE)
                        .on(NODE.ID.eq(REPORT_REOPENING.NODE_KEY))
                        .where(REPORT_REOPENING.OPEN_UNTIL.gt(now))
                        .and(answers(mine, ownerOfNode()))
                        .fetch(),
                REPORT_REOPENING.WEEK_START,
                REPORT_REOPENING.PHASE_ID,
                node);
    }

    /** The open nodes that somebody answers for. */
    Set<ReportKey> openNodes(ReportingWeek week, int year, Mine mine) {
        Set<ReportKey> keys = new LinkedHashSet<>();
        sql.select(NODE.PHASE_ID, NODE.ID)
                .from(NODE)
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(NODE.ACTUAL.isNull())
                .and(answers(mine, ownerOfNode()))
                .orderBy(NODE.PLANNED, NODE.ID)
                .forEach(row -> keys.add(new ReportKey(week, new PhaseId(row.value1()), new NodeId(row.value2()))));
        return keys;
    }

    /** Submitted reports that somebody may review: of phases that one of the departments leads, or all. */
    Set<ReportKey> toReview(AccessScope scope) {
        return keys(
                sql.select(WEEKLY_REPORT.WEEK_START, WEEKLY_REPORT.PHASE_ID, WEEKLY_REPORT.NODE_ID)
                        .from(WEEKLY_REPORT)
                        .join(PHASE)
                        .on(PHASE.ID.eq(WEEKLY_REPORT.PHASE_ID))
                        .where(WEEKLY_REPORT.STATE.eq(ReportState.SUBMITTED.name()))
                        .and(scope.isEverything() ? noCondition() : PHASE.LEAD_UNIT_ID.in(ids(scope.departments())))
                        .orderBy(WEEKLY_REPORT.WEEK_START, PHASE.SORT_ORDER, WEEKLY_REPORT.ID)
                        .fetch(),
                WEEKLY_REPORT.WEEK_START,
                WEEKLY_REPORT.PHASE_ID,
                WEEKLY_REPORT.NODE_ID);
    }

    /** The items with everything about them, in the order of the keys; those that the scope does not see are left out. */
    List<WeekItem> details(Collection<ReportKey> keys, AccessScope scope, String account) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Set<Long> phases = new LinkedHashSet<>();
        Set<Long> nodes = new LinkedHashSet<>();
        keys.forEach(key -> {
            phases.add(key.phase().value());
            nodes.add(key.nodeKey());
        });
        Map<Long, Record> phaseRows = phases(phases, scope);
        Map<Long, Record> nodeRows = sql.select(NODE.fields())
                .from(NODE)
                .where(NODE.ID.in(nodes))
                .fetch()
                .intoMap(NODE.ID, row -> row);
        Reports reports = reports(keys, phases);
        Map<ReportKey, String> asked = askedFor(keys, phases);
        Map<ReportKey, Draft> drafts = drafts(account, phases);
        Map<ReportKey, Integer> files = files(phases);
        Map<ReportKey, Counted> counts = counted.of(keys, phases, nodeRows);
        List<WeekItem> items = new ArrayList<>();
        for (ReportKey key : keys) {
            Record phase = phaseRows.get(key.phase().value());
            Record node = nodeRows.get(key.nodeKey());
            if (phase != null && (key.node() == null || node != null)) {
                items.add(item(
                        key,
                        phase,
                        node,
                        counts.get(key),
                        asked.get(key),
                        reports.now.get(key),
                        reports.before.get(key),
                        drafts.get(key),
                        files.getOrDefault(key, 0)));
            }
        }
        return items;
    }

    private static WeekItem item(
            ReportKey key,
            Record phase,
            @Nullable Record node,
            @Nullable Counted counted,
            @Nullable String askedFor,
            @Nullable WeeklyReport now,
            @Nullable WeeklyReport before,
            @Nullable Draft draft,
            int files) {
        boolean own = node != null && node.get(NODE.OWNER_NAME) != null;
        Long owner = own ? Objects.requireNonNull(node).get(NODE.OWNER_ID) : phase.get(PHASE.OWNER_ID);
        return new WeekItem(
                key,
                phase.get(PHASE.PLAN_YEAR),
                phase.get(PROJECT.CODE),
                phase.get(PHASE.PROJECT_NAME),
                phase.get(PHASE.NAME),
                node == null ? null : node.get(NODE.NAME),
                new UnitId(phase.get(PHASE.LEAD_UNIT_ID)),
                owner == null ? null : new PersonId(owner),
                own ? Objects.requireNonNull(node).get(NODE.OWNER_NAME) : phase.get(PHASE.OWNER_NAME),
                node == null ? null : node.get(NODE.PLANNED),
                node == null ? null : node.get(NODE.FORECAST),
                node == null ? null : node.get(NODE.ACTUAL),
                counted,
                askedFor,
                now,
                before,
                draft,
                files);
    }

    private record Reports(Map<ReportKey, WeeklyReport> now, Map<ReportKey, WeeklyReport> before) {}

    private Reports reports(Collection<ReportKey> keys, Set<Long> phases) {
        LocalDate first = keys.stream()
                .map(key -> key.week().firstDay())
                .min(LocalDate::compareTo)
                .orElseThrow();
        Map<ReportKey, WeeklyReport> now = new HashMap<>();
        Map<ReportKey, WeeklyReport> before = new HashMap<>();
        Map<ReportKey, List<ReportKey>> wanted = new HashMap<>();
        ReportingWeek any = keys.iterator().next().week();
        keys.forEach(key ->
                wanted.computeIfAbsent(key.in(any), item -> new ArrayList<>()).add(key));
        sql.selectFrom(WEEKLY_REPORT)
                .where(WEEKLY_REPORT.PHASE_ID.in(phases))
                .and(WEEKLY_REPORT.WEEK_START.ge(first.minusWeeks(WEEKS_BACK)))
                .orderBy(WEEKLY_REPORT.WEEK_START, WEEKLY_REPORT.ID)
                .fetch(ReportQueries::toReport)
                .forEach(report -> {
                    for (ReportKey key : wanted.getOrDefault(report.item().in(any), List.of())) {
                        int order = report.item().week().compareTo(key.week());
                        if (order == 0) {
                            now.put(key, report);
                        } else if (order < 0 && report.state().isReported()) {
                            before.put(key, report);
                        }
                    }
                });
        return new Reports(now, before);
    }

    private Map<Long, Record> phases(Set<Long> phases, AccessScope scope) {
        return new LinkedHashMap<>(sql.select(PHASE.fields())
                .select(PROJECT.CODE)
                .from(PHASE)
                .join(PROJECT)
                .on(PROJECT.ID.eq(PHASE.PROJECT_ID))
                .where(PHASE.ID.in(phases))
                .and(PhaseScopeQueries.sees(scope, PHASE.ID, PHASE.LEAD_UNIT_ID))
                .fetch()
                .intoMap(PHASE.ID, row -> row));
    }

    private Map<ReportKey, String> askedFor(Collection<ReportKey> keys, Set<Long> phases) {
        Map<ReportKey, String> asked = new HashMap<>();
        sql.select(REPORT_REQUEST.WEEK_START, REPORT_REQUEST.PHASE_ID, REPORT_REQUEST.NODE_ID, REPORT_REQUEST.REASON)
                .from(REPORT_REQUEST)
                .where(REPORT_REQUEST.PHASE_ID.in(phases))
                .and(REPORT_REQUEST.WEEK_START.in(keys.stream()
                        .map(key -> key.week().firstDay())
                        .distinct()
                        .toList()))
                .forEach(row -> asked.put(key(row.value1(), row.value2(), row.value3()), row.value4()));
        return asked;
    }

    private Map<ReportKey, Draft> drafts(String account, Set<Long> phases) {
        Map<ReportKey, Draft> drafts = new HashMap<>();
        sql.selectFrom(REPORT_DRAFT)
                .where(REPORT_DRAFT.ACCOUNT.eq(account))
                .and(REPORT_DRAFT.PHASE_ID.in(phases))
                .forEach(row -> drafts.put(
                        key(row.getWeekStart(), row.getPhaseId(), row.getNodeKey() == 0 ? null : row.getNodeKey()),
                        toDraft(row)));
        return drafts;
    }

    private Map<ReportKey, Integer> files(Set<Long> phases) {
        Map<ReportKey, Integer> files = new HashMap<>();
        sql.select(EVIDENCE_FILE.WEEK_START, EVIDENCE_FILE.PHASE_ID, EVIDENCE_FILE.NODE_KEY, DSL.count())
                .from(EVIDENCE_FILE)
                .where(EVIDENCE_FILE.PHASE_ID.in(phases))
                .and(EVIDENCE_FILE.REMOVED_AT.isNull())
                .groupBy(EVIDENCE_FILE.WEEK_START, EVIDENCE_FILE.PHASE_ID, EVIDENCE_FILE.NODE_KEY)
                .forEach(row -> files.put(
                        key(row.value1(), row.value2(), row.value3() == 0 ? null : row.value3()), row.value4()));
        return files;
    }

    private static Draft toDraft(ReportDraftRecord row) {
        return new Draft(
                row.getBaseVersion(),
                row.getCumulative(),
                row.getDenominator(),
                row.getCompletedOn(),
                row.getEvidence(),
                row.getReason(),
                row.getProgress(),
                row.getNextSteps(),
                row.getDifficulty(),
                row.getForecast(),
                row.getSavedAt());
    }

    private static Field<Long> ownerOfNode() {
        return DSL.when(NODE.OWNER_NAME.isNull(), PHASE.OWNER_ID).otherwise(NODE.OWNER_ID);
    }

    private static Condition answers(Mine mine, Field<Long> owner) {
        Condition answers = mine.person() == null
                ? falseCondition()
                : owner.eq(mine.person().value());
        if (!mine.orphansOf().isEmpty()) {
            answers = answers.or(owner.isNull().and(PHASE.LEAD_UNIT_ID.in(ids(mine.orphansOf()))));
        }
        if (!mine.streets().isEmpty()) {
            answers = answers.or(exists(selectOne()
                    .from(PHASE_SHARE)
                    .where(PHASE_SHARE.PHASE_ID.eq(PHASE.ID))
                    .and(PHASE_SHARE.STREET_ID.in(ids(mine.streets())))));
        }
        return answers;
    }

    private static Set<ReportKey> keys(
            List<? extends Record> rows, Field<LocalDate> week, Field<Long> phase, Field<Long> node) {
        Set<ReportKey> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(key(row.get(week), row.get(phase), row.get(node))));
        return keys;
    }

    private static ReportKey key(LocalDate week, Long phase, @Nullable Long node) {
        return new ReportKey(
                ReportingWeek.containing(week), new PhaseId(phase), node == null ? null : new NodeId(node));
    }

    private static List<Long> ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toList();
    }
}
