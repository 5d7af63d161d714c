package cn.guatu.workbook;

import static cn.guatu.jooq.Tables.PLAN_IMPORT;
import static cn.guatu.jooq.Tables.PLAN_IMPORT_PART;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the history of imports, and keeps the gate that lets one of them through at a time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ImportStore {
    /** Below the smallest packet that a server accepts by default. */
    private static final int PART = 1 << 20;

    private final DSLContext sql;

    ImportStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Waits until no other import or undo runs, and keeps them out until this transaction ends. */
    void enterGate() {
        // Plain text: what jOOQ writes for MySQL's upsert is not understood by MariaDB.
        sql.execute("insert into plan_import_gate (id, taken_at) values (1, utc_timestamp(6))"
                + " on duplicate key update taken_at = utc_timestamp(6)");
    }

    ImportId add(
            int year,
            PlanFile file,
            Map<String, PlanImport.Count> counts,
            int warnings,
            boolean yearCreated,
            String by,
            Instant at) {
        Long id = sql.insertInto(PLAN_IMPORT)
                .set(PLAN_IMPORT.PLAN_YEAR, (short) year)
                .set(PLAN_IMPORT.FILE_NAME, file.name())
                .set(PLAN_IMPORT.SHA256, sha256(file.content()))
                .set(PLAN_IMPORT.SIZE_BYTES, file.content().length)
                .set(PLAN_IMPORT.STATE, "APPLIED")
                .set(PLAN_IMPORT.COUNTS, Counts.write(counts))
                .set(PLAN_IMPORT.WARNINGS, warnings)
                .set(PLAN_IMPORT.YEAR_CREATED, yearCreated)
                .set(PLAN_IMPORT.IMPORTED_BY, by)
                .set(PLAN_IMPORT.IMPORTED_AT, at)
                .returningResult(PLAN_IMPORT.ID)
                .fetchSingle()
                .value1();
        byte[] content = file.content();
        for (int from = 0, part = 0; from < content.length; from += PART, part++) {
            sql.insertInto(PLAN_IMPORT_PART)
                    .set(PLAN_IMPORT_PART.IMPORT_ID, id)
                    .set(PLAN_IMPORT_PART.POSITION, part)
                    .set(
                            PLAN_IMPORT_PART.CONTENT,
                            Arrays.copyOfRange(content, from, Math.min(content.length, from + PART)))
                    .execute();
        }
        return new ImportId(id);
    }

    /** False when somebody else has undone it. */
    boolean markUndone(ImportId id, String by, Instant at) {
        return sql.update(PLAN_IMPORT)
                        .set(PLAN_IMPORT.STATE, "UNDONE")
                        .set(PLAN_IMPORT.UNDONE_BY, by)
                        .set(PLAN_IMPORT.UNDONE_AT, at)
                        .where(PLAN_IMPORT.ID.eq(id.value()))
                        .and(PLAN_IMPORT.STATE.eq("APPLIED"))
                        .execute()
                == 1;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
