package cn.guatu.security;

import java.security.Principal;
import java.util.Set;

/**
 * Who calls: a signed-in person or a program with a token.
 *
 * @param account the account name; of a token, {@code token:} and its name
 * @param displayName the name of the person or of the token, for screens
 * @param roles the roles of the account; empty for a token
 * @param permissions what he may do
 * @param scope what he may see
 * @param accountId the key of the account or of the token's owner; 0 for a token without an owner
 * @param stamp changes when rights, unit or password of the account change, which ends its sessions
 */
public record Caller(
        String account,
        String displayName,
        Set<Role> roles,
        Set<Permission> permissions,
        AccessScope scope,
        long accountId,
        String stamp)
        implements Principal {

    /** Copies the sets. */
    public Caller {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    @Override
    public String getName() {
        return account;
    }
}
