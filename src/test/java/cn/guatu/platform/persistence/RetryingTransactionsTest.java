package cn.guatu.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.testing.GuatuTest;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuatuTest
class RetryingTransactionsTest {

    private static final SQLException DEADLOCK = new SQLException("Deadlock found", "40001", 1213);
    private static final SQLException DUPLICATE = new SQLException("Duplicate entry", "23000", 1062);

    @Autowired
    private RetryingTransactions transactions;

    @Autowired
    private DSLContext sql;

    @Test
    void aDeadlockIsTriedAgainFromTheStart() {
        AtomicInteger tries = new AtomicInteger();
        int result = transactions.execute(() -> failUntil(tries, 3, DEADLOCK));
        assertThat(result).isEqualTo(3);
    }

    @Test
    void afterFiveRetriesTheFailureIsTold() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> transactions.execute(() -> failUntil(tries, 100, DEADLOCK)))
                .hasRootCause(DEADLOCK);
        assertThat(tries).hasValue(6);
    }

    @Test
    void aBrokenRuleIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> transactions.execute(() -> failUntil(tries, 100, DUPLICATE)))
                .hasRootCause(DUPLICATE);
        assertThat(tries).hasValue(1);
    }

    @Test
    void withinATransactionOnlyTheOuterOneTriesAgain() {
        AtomicInteger outer = new AtomicInteger();
        AtomicInteger inner = new AtomicInteger();
        transactions.run(() -> {
            outer.incrementAndGet();
            transactions.execute(() -> failUntil(inner, 2, DEADLOCK));
        });
        assertThat(outer).hasValue(2);
    }

    @Test
    void writesAreReadCommittedAndASnapshotIsRepeatable() {
        assertThat(transactions.<String>execute(this::isolation)).isEqualTo("READ-COMMITTED");
        assertThat(transactions.<String>readOnly(this::isolation)).isEqualTo("REPEATABLE-READ");
    }

    private String isolation() {
        return sql.fetchValue("select @@transaction_isolation").toString();
    }

    private static int failUntil(AtomicInteger tries, int success, SQLException failure) {
        if (tries.incrementAndGet() < success) {
            throw new DataAccessException("on purpose", failure);
        }
        return tries.get();
    }
}
