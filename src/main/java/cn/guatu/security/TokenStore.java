package cn.guatu.security;

import static cn.guatu.jooq.Tables.API_TOKEN;
import static cn.guatu.jooq.Tables.API_TOKEN_SCOPE;

import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the tokens of programs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TokenStore {

    private final DSLContext db;

    TokenStore(DSLContext db) {
        this.db = db;
    }

    void insert(
            String name,
            String secret,
            @Nullable Long owner,
            Set<Permission> scopes,
            @Nullable Instant expiresAt,
            Instant at,
            String by) {
        Long id = db.insertInto(API_TOKEN)
                .set(API_TOKEN.NAME, name)
                .set(API_TOKEN.TOKEN_HASH, Secrets.hash(secret))
                .set(API_TOKEN.OWNER_ID, owner)
                .set(API_TOKEN.EXPIRES_AT, expiresAt)
                .set(API_TOKEN.CREATED_AT, at)
                .set(API_TOKEN.CREATED_BY, by)
                .returningResult(API_TOKEN.ID)
                .fetchSingle()
                .value1();
        for (Permission scope : scopes) {
            db.insertInto(API_TOKEN_SCOPE)
                    .set(API_TOKEN_SCOPE.TOKEN_ID, id)
                    .set(API_TOKEN_SCOPE.SCOPE, scope.scope())
                    .execute();
        }
    }

    /** @return false when it was revoked already or does not exist */
    boolean revoke(long token, Instant at) {
        return db.update(API_TOKEN)
                        .set(API_TOKEN.REVOKED_AT, at)
                        .where(API_TOKEN.ID.eq(token))
                        .and(API_TOKEN.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    void used(long token, Instant at, Instant notSince) {
        db.update(API_TOKEN)
                .set(API_TOKEN.LAST_USED_AT, at)
                .where(API_TOKEN.ID.eq(token))
                .and(API_TOKEN.LAST_USED_AT.isNull().or(API_TOKEN.LAST_USED_AT.lt(notSince)))
                .execute();
    }
}
