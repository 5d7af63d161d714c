package cn.guatu.platform.persistence;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens transactions for services, and does the whole work again when the database refused it for a reason that passes:
 * a deadlock, a lock wait, a change of the writing server.
 */
@Component
public class RetryingTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingTransactions.class);
    private static final int RETRIES = 5;
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT = 1205;
    private static final int ROW_CHANGED = 1020;
    private static final int NODE_NOT_READY = 1047;
    private static final int ERROR_DURING_COMMIT = 1180;
    private static final Set<Integer> PASSING =
            Set.of(DEADLOCK, LOCK_WAIT, ROW_CHANGED, NODE_NOT_READY, ERROR_DURING_COMMIT);

    private final TransactionTemplate writing;
    private final TransactionTemplate snapshot;

    /**
     * Transactions of one manager.
     *
     * @param manager opens and ends them
     */
    public RetryingTransactions(PlatformTransactionManager manager) {
        writing = new TransactionTemplate(manager);
        writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        snapshot = new TransactionTemplate(manager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * Does work in a transaction of its own, again from the start when that may help. Within a running transaction it
     * joins that one, and leaves trying again to whoever opened it.
     *
     * @param work must be safe to do again after a rollback
     * @return what the work returns
     */
    public <T extends @Nullable Object> T execute(Supplier<T> work) {
        return attempt(writing, work);
    }

    /**
     * Like {@link #execute}, for work without a result.
     *
     * @param work must be safe to do again after a rollback
     */
    public void run(Runnable work) {
        RetryingTransactions.<@Nullable Object>attempt(writing, () -> {
            work.run();
            return null;
        });
    }

    /**
     * Reads in one consistent snapshot: all statements see the same moment.
     *
     * @param work only reads
     * @return what the work returns
     */
    public <T extends @Nullable Object> T readOnly(Supplier<T> work) {
        return attempt(snapshot, work);
    }

    private static <T extends @Nullable Object> T attempt(TransactionTemplate template, Supplier<T> work) {
        boolean nested = TransactionSynchronizationManager.isActualTransactionActive();
        for (int tries = 0; ; tries++) {
            Progress progress = new Progress();
            try {
                return template.execute(status -> {
                    T result = work.get();
                    progress.workDone = true;
                    return result;
                });
            } catch (RuntimeException e) {
                if (nested || tries >= RETRIES || !mayPass(e, progress.workDone)) {
                    throw e;
                }
                LOG.info("数据库暂时拒绝,第 {} 次重试:{}", tries + 1, e.getMessage());
                pause(tries);
            }
        }
    }

    private static boolean mayPass(Throwable failure, boolean workDone) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (PASSING.contains(sql.getErrorCode())) {
                    return true;
                }
                // A connection lost while committing may have committed: doing it again could do it twice.
                String state = sql.getSQLState();
                return state != null && state.equals("08S01") && !workDone;
            }
        }
        return false;
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10, 40L << tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", e);
        }
    }

    private static final class Progress {
        private boolean workDone;
    }
}
