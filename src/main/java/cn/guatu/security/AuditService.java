package cn.guatu.security;

import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit trail: who did what, when, from where, before and after. Rows are chained, so that a changed, deleted or swapped row is
 * found by {@link #verify()}. A business write fails when its row fails.
 */
@Service
public class AuditService {

    /** The actor of jobs and of the system's own work. */
    public static final String SYSTEM = "system";

    private static final int ROWS_AT_A_TIME = 2_000;

    private final AuditQueries queries;
    private final AuditStore store;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;
    private final JsonMapper json = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    AuditService(
            AuditQueries queries,
            AuditStore store,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user) {
        this.queries = queries;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
    }

    /**
     * Records what the present caller does, in the transaction that does it. The row is written just before the commit: writers take
     * turns there, and the turn should be short.
     *
     * @param action what is done, feature first: {@code import.apply}
     * @param subject to what, in words that identify it
     * @param before the state before, a record or map that becomes JSON; null when there is none or it is secret
     * @param after the state after; null when there is none or it is secret
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subject, @Nullable Object before, @Nullable Object after) {
        recordAs(user.caller().map(Caller::account).orElse(SYSTEM), action, subject, before, after);
    }

    /** Like {@link #record}, by somebody who is not signed in yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAs(String actor, String action, String subject, @Nullable Object before, @Nullable Object after) {
        String who = cut(actor, 80);
        String source = cut(source(), 64);
        String what = cut(subject, 255);
        String was = before == null ? null : json.writeValueAsString(before);
        String is = after == null ? null : json.writeValueAsString(after);
        Instant at = clock.now();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                store.append(seq -> new AuditEntry(seq, at, who, source, action, what, was, is));
            }
        });
    }

    /** A page of the trail, newest first. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public List<AuditEntry> page(AuditFilter filter, int offset, int limit) {
        return queries.page(filter, offset, limit);
    }

    /** How many rows the filter leaves. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public int count(AuditFilter filter) {
        return queries.count(filter);
    }

    /** The first bad row: changed, missing, swapped, added behind the back, or cut off at the end; empty when all is well. */
    public Optional<AuditFinding> verify() {
        return transactions.readOnly(() -> {
            long seq = 0;
            String hash = AuditChain.START;
            List<AuditQueries.Link> links;
            do {
                links = queries.chainAfter(seq, ROWS_AT_A_TIME);
                for (AuditQueries.Link link : links) {
                    AuditEntry entry = link.entry();
                    if (entry.seq() != seq + 1) {
                        return Optional.of(new AuditFinding(seq + 1, "第 " + (seq + 1) + " 行缺失。"));
                    }
                    if (!link.prevHash().equals(hash)) {
                        return Optional.of(new AuditFinding(entry.seq(), "第 " + entry.seq() + " 行与上一行不衔接。"));
                    }
                    if (!link.hash().equals(AuditChain.hash(entry, hash))) {
                        return Optional.of(new AuditFinding(entry.seq(), "第 " + entry.seq() + " 行内容被改动。"));
                    }
                    seq = entry.seq();
                    hash = link.hash();
                }
            } while (links.size() == ROWS_AT_A_TIME);
            AuditQueries.Head head = queries.head();
            if (head.seq() != seq || !head.hash().equals(hash)) {
                long bad = Math.min(seq, head.seq()) + (head.seq() == seq ? 0 : 1);
                return Optional.of(new AuditFinding(bad, "末尾不符:应有 " + head.seq() + " 行,实有 " + seq + " 行。"));
            }
            return Optional.empty();
        });
    }

    /** The end of the chain, to be noted outside the database: {@code number hash}. */
    String anchor() {
        AuditQueries.Head head = queries.head();
        return head.seq() + " " + head.hash();
    }

    private static String source() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            String address = attributes.getRequest().getRemoteAddr();
            if (address != null) {
                return address;
            }
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getDetails() instanceof WebAuthenticationDetails details
                        && details.getRemoteAddress() != null
                ? details.getRemoteAddress()
                : "local";
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
