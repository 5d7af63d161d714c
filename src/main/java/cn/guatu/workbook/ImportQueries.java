package cn.guatu.workbook;

import static cn.guatu.jooq.Tables.CHANGE_LOG;
import static cn.guatu.jooq.Tables.PLAN_IMPORT;
import static cn.guatu.jooq.Tables.PLAN_IMPORT_PART;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads the history of imports. */
@Repository
class ImportQueries {
    private final DSLContext sql;

    ImportQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The newest first. */
    List<PlanImport> newest(int limit) {
        return sql.selectFrom(PLAN_IMPORT)
                .orderBy(PLAN_IMPORT.ID.desc())
                .limit(limit)
                .fetch(ImportQueries::toImport);
    }

    Optional<PlanImport> find(ImportId id) {
        return sql.selectFrom(PLAN_IMPORT).where(PLAN_IMPORT.ID.eq(id.value())).fetchOptional(ImportQueries::toImport);
    }

    boolean createdTheYear(ImportId id) {
        return sql.fetchExists(PLAN_IMPORT, PLAN_IMPORT.ID.eq(id.value()).and(PLAN_IMPORT.YEAR_CREATED));
    }

    byte[] content(ImportId id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sql.select(PLAN_IMPORT_PART.CONTENT)
                .from(PLAN_IMPORT_PART)
                .where(PLAN_IMPORT_PART.IMPORT_ID.eq(id.value()))
                .orderBy(PLAN_IMPORT_PART.POSITION)
                .fetch(PLAN_IMPORT_PART.CONTENT)
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** When the last change of the business was made; null when there was none. */
    @Nullable
    Instant lastChange() {
        return sql.select(CHANGE_LOG.RECORDED_AT)
                .from(CHANGE_LOG)
                .orderBy(CHANGE_LOG.SEQ.desc())
                .limit(1)
                .fetchOne(CHANGE_LOG.RECORDED_AT);
    }

    /**
     * What happened after an import.
     *
     * @param kind as the change log names it
     */
    record Later(String kind, String subject, String actor, Instant at) {}

    /** The first change after the import, of its year or of units and people, that was not undone itself; empty: it can be undone. */
    Optional<Later> firstBuiltOn(PlanImport done) {
        return sql.select(CHANGE_LOG.KIND, CHANGE_LOG.SUBJECT, CHANGE_LOG.ACTOR, CHANGE_LOG.RECORDED_AT)
                .from(CHANGE_LOG)
                .where(CHANGE_LOG.SEQ.gt(sql.select(org.jooq.impl.DSL.max(CHANGE_LOG.SEQ))
                        .from(CHANGE_LOG)
                        .where(CHANGE_LOG.IMPORT_ID.eq(done.id().value()))
                        .asField()))
                .and(CHANGE_LOG.PLAN_YEAR.isNull().or(CHANGE_LOG.PLAN_YEAR.eq((short) done.year())))
                .and(CHANGE_LOG
                        .IMPORT_ID
                        .isNull()
                        .or(CHANGE_LOG.IMPORT_ID.notIn(
                                sql.select(PLAN_IMPORT.ID).from(PLAN_IMPORT).where(PLAN_IMPORT.STATE.eq("UNDONE")))))
                .orderBy(CHANGE_LOG.SEQ)
                .limit(1)
                .fetchOptional(row -> new Later(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private static PlanImport toImport(Record row) {
        return new PlanImport(
                new ImportId(row.get(PLAN_IMPORT.ID)),
                row.get(PLAN_IMPORT.PLAN_YEAR),
                row.get(PLAN_IMPORT.FILE_NAME),
                row.get(PLAN_IMPORT.SHA256),
                row.get(PLAN_IMPORT.SIZE_BYTES),
                Counts.read(row.get(PLAN_IMPORT.COUNTS)),
                row.get(PLAN_IMPORT.WARNINGS),
                row.get(PLAN_IMPORT.IMPORTED_BY),
                row.get(PLAN_IMPORT.IMPORTED_AT),
                row.get(PLAN_IMPORT.UNDONE_BY),
                row.get(PLAN_IMPORT.UNDONE_AT));
    }
}
