package cn.guatu.security;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** bcrypt(10), as many at a time as there are processors: on Monday morning people queue here, and the rest of the system goes on. */
@Component
class PasswordHasher {

    /** Too many wait; the caller says so. */
    static final class Busy extends RuntimeException {
        Busy() {
            super("too many passwords are being checked");
        }
    }

    private static final long MOST_SECONDS = 30;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);
    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);
    // what an unknown account is compared with, so that it takes as long as a known one
    private final String nobody = bcrypt.encode(Secrets.next());

    String hash(String password) {
        return inTurn(() -> bcrypt.encode(password));
    }

    /** @param hash null: there is none to match; takes as long all the same */
    boolean matches(String password, @Nullable String hash) {
        return inTurn(() -> bcrypt.matches(password, hash == null ? nobody : hash) && hash != null);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
