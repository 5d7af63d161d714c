package cn.guatu.platform.failure;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** Looks through the wrappings of an exception for what people need to know. */
final class Failures {

    private Failures() {}

    static <T extends Throwable> Optional<T> find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    static Optional<Refusal> refusalIn(Throwable failure) {
        return find(Refusal.class, failure);
    }

    /** Whether the database could not be reached: class 08 of SQL's states, or no connection in the pool. */
    static boolean isDatabaseDown(Throwable failure) {
        return find(SQLTransientConnectionException.class, failure).isPresent()
                || find(SQLException.class, failure)
                        .map(SQLException::getSQLState)
                        .filter(state -> state.startsWith("08"))
                        .isPresent();
    }
}
