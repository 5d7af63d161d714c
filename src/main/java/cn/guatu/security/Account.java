package cn.guatu.security;

import cn.guatu.org.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as the administrator sees it.
 *
 * @param person who signs in with it; null for an account without a person, such as the first administrator
 * @param unitName the unit of the person; null without a person
 * @param enabled false: cannot sign in
 * @param passwordSet false until the invitation was used
 * @param lockedUntil null when not locked at the moment
 * @param lastSignInAt null when never
 */
public record Account(
        AccountId id,
        String username,
        String displayName,
        @Nullable PersonId person,
        @Nullable String unitName,
        Set<Role> roles,
        boolean enabled,
        boolean passwordSet,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastSignInAt) {

    /** Copies the roles. */
    public Account {
        roles = Set.copyOf(roles);
    }
}
