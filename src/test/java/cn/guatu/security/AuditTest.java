package cn.guatu.security;

import static cn.guatu.jooq.Tables.AUDIT_HEAD;
import static cn.guatu.jooq.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

/** The trail is whole, or says where it is not. */
@GuatuTest
class AuditTest {

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    AuditService audit;

    @Autowired
    AccountService accounts;

    @Autowired
    RetryingTransactions transactions;

    @Autowired
    DSLContext db;

    @BeforeEach
    void fiveRows() {
        cleaner.clear();
        clock.reset();
        for (int i = 1; i <= 5; i++) {
            int number = i;
            transactions.run(() -> audit.record("test.write", "第 " + number + " 行", null, Map.of("n", number)));
        }
    }

    private long firstBadRow() {
        return audit.verify().orElseThrow().seq();
    }

    @Test
    void an_untouched_trail_is_whole() {
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void a_changed_row_is_named() {
        db.update(AUDIT_LOG)
                .set(AUDIT_LOG.AFTER_STATE, "{\"n\":4}")
                .where(AUDIT_LOG.SEQ.eq(3L))
                .execute();
        assertThat(firstBadRow()).isEqualTo(3);
    }

    @Test
    void a_text_moved_from_one_field_to_the_next_is_named() {
        db.update(AUDIT_LOG)
                .set(AUDIT_LOG.ACTION, "test.writ")
                .set(AUDIT_LOG.SUBJECT, "e第 2 行")
                .where(AUDIT_LOG.SEQ.eq(2L))
                .execute();
        assertThat(firstBadRow()).isEqualTo(2);
    }

    @Test
    void a_deleted_row_is_named() {
        db.deleteFrom(AUDIT_LOG).where(AUDIT_LOG.SEQ.eq(2L)).execute();
        assertThat(firstBadRow()).isEqualTo(2);
    }

    @Test
    void swapped_rows_are_named() {
        db.update(AUDIT_LOG).set(AUDIT_LOG.SEQ, 99L).where(AUDIT_LOG.SEQ.eq(2L)).execute();
        db.update(AUDIT_LOG).set(AUDIT_LOG.SEQ, 2L).where(AUDIT_LOG.SEQ.eq(3L)).execute();
        db.update(AUDIT_LOG).set(AUDIT_LOG.SEQ, 3L).where(AUDIT_LOG.SEQ.eq(99L)).execute();
        assertThat(firstBadRow()).isEqualTo(2);
    }

    @Test
    void a_truncated_tail_is_named() {
        db.deleteFrom(AUDIT_LOG).where(AUDIT_LOG.SEQ.gt(3L)).execute();
        assertThat(firstBadRow()).isEqualTo(4);
    }

    @Test
    void a_row_added_behind_the_back_is_named() {
        db.update(AUDIT_HEAD).set(AUDIT_HEAD.SEQ, 4L).execute();
        assertThat(firstBadRow()).isEqualTo(5);
    }

    @Test
    void a_row_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> audit.record("test.write", "x", null, null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_business_write_fails_when_its_row_fails() {
        // the number the next row would get is taken
        db.update(AUDIT_HEAD).set(AUDIT_HEAD.SEQ, 1L).execute();
        assertThatThrownBy(() -> accounts.create("lixia", null, Set.of(Role.OFFICER)))
                .isInstanceOf(RuntimeException.class);
        assertThat(accounts.find("lixia")).isEmpty();
    }

    @Test
    void a_write_that_is_rolled_back_leaves_no_row() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    audit.record("test.write", "never", null, null);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(db.fetchCount(AUDIT_LOG)).isEqualTo(5);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void writers_at_the_same_time_make_one_chain() throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> writers = IntStream.range(0, 40)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        transactions.run(() -> audit.record("test.write", "同时 " + i, null, null));
                        return null;
                    })
                    .toList();
            for (var written : pool.invokeAll(writers)) {
                assertThat(written.state()).isEqualTo(java.util.concurrent.Future.State.SUCCESS);
            }
        }
        assertThat(db.fetchCount(AUDIT_LOG)).isEqualTo(45);
        assertThat(audit.verify()).isEmpty();
    }
}
