package cn.guatu.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token of a program, without its secret.
 *
 * @param id database key
 * @param owner account name of who answers for it; null for the bootstrap token
 * @param expiresAt null: never
 * @param lastUsedAt to the minute; null when never
 * @param revokedAt null while it is in use
 */
public record ApiToken(
        long id,
        String name,
        @Nullable String owner,
        Set<Permission> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Copies the scopes. */
    public ApiToken {
        scopes = Set.copyOf(scopes);
    }
}
