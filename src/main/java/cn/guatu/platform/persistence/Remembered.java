package cn.guatu.platform.persistence;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A setting that is asked for at every turn and changes hardly ever: read from the database once and remembered. It is read again as soon
 * as the transaction that changes it here has ended, and after a few seconds at the latest, which is how a change on another server
 * arrives (decision 0038). The transaction that changes it reads what it wrote, and nobody else does before its commit.
 *
 * @param <T> immutable
 */
public final class Remembered<T> {

    private static final long GOOD_FOR = Duration.ofSeconds(3).toNanos();

    private final Supplier<T> read;
    private final Object guard = new Object();
    private @Nullable T value;
    private long readAt;
    private long changes;

    /**
     * Remembers nothing yet.
     *
     * @param read asks the database
     */
    public Remembered(Supplier<T> read) {
        this.read = read;
    }

    /** The value as it was committed last, seen from this server; within a transaction that changed it, as it stands there. */
    public T get() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read.get();
        }
        long seen;
        synchronized (guard) {
            T known = value;
            if (known != null && System.nanoTime() - readAt < GOOD_FOR) {
                return known;
            }
            seen = changes;
        }
        long began = System.nanoTime();
        T fresh = read.get();
        synchronized (guard) {
            // A reading that began before a change may have missed it.
            if (seen == changes) {
                value = fresh;
                readAt = began;
            }
        }
        return fresh;
    }

    /** Says that the running transaction changes the value. */
    public void changing() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, this);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Remembered.this);
                forget();
            }
        });
    }

    private void forget() {
        synchronized (guard) {
            changes++;
            value = null;
        }
    }
}
