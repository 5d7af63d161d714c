package cn.guatu.progress;

import static cn.guatu.jooq.Tables.EVIDENCE_CONTENT;
import static cn.guatu.jooq.Tables.EVIDENCE_FILE;
import static cn.guatu.jooq.Tables.EVIDENCE_PART;
import static cn.guatu.jooq.Tables.EVIDENCE_TICKET;

import cn.guatu.jooq.tables.records.EvidenceFileRecord;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads evidence files. */
@Component
class EvidenceQueries {

    private final DSLContext sql;

    EvidenceQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** How many files stand on an item. */
    int count(ReportKey item) {
        return sql.fetchCount(EVIDENCE_FILE, standing(item));
    }

    /** The files that stand on an item, in the order they came. */
    List<EvidenceFile> of(ReportKey item) {
        return sql.selectFrom(EVIDENCE_FILE)
                .where(standing(item))
                .orderBy(EVIDENCE_FILE.ID)
                .fetch(EvidenceQueries::toFile);
    }

    List<Long> idsOf(ReportKey item) {
        return of(item).stream().map(file -> file.id().value()).toList();
    }

    List<String> namesOf(ReportKey item) {
        return of(item).stream().map(EvidenceFile::name).toList();
    }

    /** A file, also one that was taken off its item. */
    Optional<EvidenceFile> find(EvidenceId id) {
        return sql.selectFrom(EVIDENCE_FILE)
                .where(EVIDENCE_FILE.ID.eq(id.value()))
                .fetchOptional(EvidenceQueries::toFile);
    }

    boolean hasContent(String sha256) {
        return sql.fetchExists(EVIDENCE_CONTENT, EVIDENCE_CONTENT.SHA256.eq(sha256));
    }

    byte[] content(EvidenceFile file) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(file.size());
        sql.select(EVIDENCE_PART.CONTENT)
                .from(EVIDENCE_PART)
                .where(EVIDENCE_PART.SHA256.eq(file.sha256()))
                .orderBy(EVIDENCE_PART.POSITION)
                .forEach(row -> whole.writeBytes(row.value1()));
        return whole.toByteArray();
    }

    /** What a link that has not been used and is not too old opens, for the account that asked for it. */
    Optional<EvidenceId> ticket(String tokenHash, String account, Instant now) {
        return sql.select(EVIDENCE_TICKET.EVIDENCE_ID)
                .from(EVIDENCE_TICKET)
                .where(EVIDENCE_TICKET.TOKEN_HASH.eq(tokenHash))
                .and(EVIDENCE_TICKET.ACCOUNT.eq(account))
                .and(EVIDENCE_TICKET.EXPIRES_AT.gt(now))
                .fetchOptional(row -> new EvidenceId(row.value1()));
    }

    private static Condition standing(ReportKey item) {
        return EVIDENCE_FILE
                .PHASE_ID
                .eq(item.phase().value())
                .and(EVIDENCE_FILE.NODE_KEY.eq(item.nodeKey()))
                .and(EVIDENCE_FILE.WEEK_START.eq(item.week().firstDay()))
                .and(EVIDENCE_FILE.REMOVED_AT.isNull());
    }

    private static EvidenceFile toFile(EvidenceFileRecord row) {
        return new EvidenceFile(
                new EvidenceId(row.getId()),
                new ReportKey(
                        ReportingWeek.containing(row.getWeekStart()),
                        new PhaseId(row.getPhaseId()),
                        row.getNodeKey() == 0 ? null : new NodeId(row.getNodeKey())),
                row.getName(),
                row.getMediaType(),
                row.getSha256(),
                row.getSizeBytes(),
                row.getUploadedBy(),
                row.getUploadedAt());
    }
}
