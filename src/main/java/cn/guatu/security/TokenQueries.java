package cn.guatu.security;

import static cn.guatu.jooq.Tables.API_TOKEN;
import static cn.guatu.jooq.Tables.API_TOKEN_SCOPE;
import static cn.guatu.jooq.Tables.USER_ACCOUNT;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the tokens of programs. */
@Component
class TokenQueries {

    /** A token as the door needs it. */
    record Pass(
            long id,
            String name,
            @Nullable AccountId owner,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            boolean revoked,
            Set<Permission> scopes) {}

    private final DSLContext db;

    TokenQueries(DSLContext db) {
        this.db = db;
    }

    Optional<Pass> pass(String secret) {
        var rows = db.select(API_TOKEN.fields())
                .select(API_TOKEN_SCOPE.SCOPE)
                .from(API_TOKEN)
                .leftJoin(API_TOKEN_SCOPE)
                .on(API_TOKEN_SCOPE.TOKEN_ID.eq(API_TOKEN.ID))
                .where(API_TOKEN.TOKEN_HASH.eq(Secrets.hash(secret)))
                .fetch();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var row = rows.getFirst();
        Long owner = row.get(API_TOKEN.OWNER_ID);
        return Optional.of(new Pass(
                row.get(API_TOKEN.ID),
                row.get(API_TOKEN.NAME),
                owner == null ? null : new AccountId(owner),
                row.get(API_TOKEN.EXPIRES_AT),
                row.get(API_TOKEN.LAST_USED_AT),
                row.get(API_TOKEN.REVOKED_AT) != null,
                permissions(rows.getValues(API_TOKEN_SCOPE.SCOPE))));
    }

    List<ApiToken> tokens() {
        var scopes = db.select(API_TOKEN_SCOPE.TOKEN_ID, API_TOKEN_SCOPE.SCOPE)
                .from(API_TOKEN_SCOPE)
                .fetchGroups(API_TOKEN_SCOPE.TOKEN_ID, API_TOKEN_SCOPE.SCOPE);
        return db.select(API_TOKEN.fields())
                .select(USER_ACCOUNT.USERNAME)
                .from(API_TOKEN)
                .leftJoin(USER_ACCOUNT)
                .on(USER_ACCOUNT.ID.eq(API_TOKEN.OWNER_ID))
                .orderBy(API_TOKEN.ID.desc())
                .fetch(row -> new ApiToken(
                        row.get(API_TOKEN.ID),
                        row.get(API_TOKEN.NAME),
                        row.get(USER_ACCOUNT.USERNAME),
                        permissions(scopes.getOrDefault(row.get(API_TOKEN.ID), List.of())),
                        row.get(API_TOKEN.CREATED_AT),
                        row.get(API_TOKEN.EXPIRES_AT),
                        row.get(API_TOKEN.LAST_USED_AT),
                        row.get(API_TOKEN.REVOKED_AT)));
    }

    boolean exists(String name) {
        return db.fetchExists(API_TOKEN, API_TOKEN.NAME.eq(name));
    }

    boolean existsWithSecret(String secret) {
        return db.fetchExists(API_TOKEN, API_TOKEN.TOKEN_HASH.eq(Secrets.hash(secret)));
    }

    private static Set<Permission> permissions(List<@Nullable String> scopes) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String scope : scopes) {
            if (scope != null) {
                Permission.ofScope(scope).ifPresent(permissions::add);
            }
        }
        return permissions;
    }
}
