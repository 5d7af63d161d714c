package cn.guatu.security;

import static cn.guatu.jooq.Tables.ACCOUNT_LINK;
import static cn.guatu.jooq.Tables.SIGN_IN_FAILURE;
import static cn.guatu.jooq.Tables.USER_ACCOUNT;
import static cn.guatu.jooq.Tables.USER_ROLE;

import cn.guatu.org.PersonId;
import cn.guatu.security.rule.LockOutRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes accounts, their roles, links and failures. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AccountStore {

    private final DSLContext db;

    AccountStore(DSLContext db) {
        this.db = db;
    }

    AccountId insert(
            String username, String displayName, @Nullable PersonId person, Set<Role> roles, Instant at, String by) {
        Long id = db.insertInto(USER_ACCOUNT)
                .set(USER_ACCOUNT.USERNAME, username)
                .set(USER_ACCOUNT.USERNAME_KEY, Usernames.key(username))
                .set(USER_ACCOUNT.DISPLAY_NAME, displayName)
                .set(USER_ACCOUNT.PERSON_ID, person == null ? null : person.value())
                .set(USER_ACCOUNT.CREATED_AT, at)
                .set(USER_ACCOUNT.CREATED_BY, by)
                .returningResult(USER_ACCOUNT.ID)
                .fetchSingle()
                .value1();
        AccountId account = new AccountId(id);
        insertRoles(account, roles);
        return account;
    }

    void replaceRoles(AccountId account, Set<Role> roles) {
        db.deleteFrom(USER_ROLE).where(USER_ROLE.ACCOUNT_ID.eq(account.value())).execute();
        insertRoles(account, roles);
        stamp(account);
    }

    private void insertRoles(AccountId account, Set<Role> roles) {
        for (Role role : roles) {
            db.insertInto(USER_ROLE)
                    .set(USER_ROLE.ACCOUNT_ID, account.value())
                    .set(USER_ROLE.ROLE, role.name())
                    .execute();
        }
    }

    void password(AccountId account, String hash, Instant at) {
        db.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.PASSWORD_HASH, hash)
                .set(USER_ACCOUNT.PASSWORD_CHANGED_AT, at)
                .set(USER_ACCOUNT.STAMP, USER_ACCOUNT.STAMP.plus(1))
                .where(USER_ACCOUNT.ID.eq(account.value()))
                .execute();
    }

    void enabled(AccountId account, boolean enabled) {
        db.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.ENABLED, enabled)
                .set(USER_ACCOUNT.STAMP, USER_ACCOUNT.STAMP.plus(1))
                .where(USER_ACCOUNT.ID.eq(account.value()))
                .execute();
    }

    void signedIn(AccountId account, Instant at) {
        db.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.LAST_SIGN_IN_AT, at)
                .where(USER_ACCOUNT.ID.eq(account.value()))
                .execute();
    }

    private void stamp(AccountId account) {
        db.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.STAMP, USER_ACCOUNT.STAMP.plus(1))
                .where(USER_ACCOUNT.ID.eq(account.value()))
                .execute();
    }

    void insertLink(@Nullable AccountId account, String tokenHash, Instant expiresAt, Instant at, String by) {
        db.insertInto(ACCOUNT_LINK)
                .set(ACCOUNT_LINK.ACCOUNT_ID, account == null ? null : account.value())
                .set(ACCOUNT_LINK.TOKEN_HASH, tokenHash)
                .set(ACCOUNT_LINK.EXPIRES_AT, expiresAt)
                .set(ACCOUNT_LINK.CREATED_AT, at)
                .set(ACCOUNT_LINK.CREATED_BY, by)
                .execute();
    }

    /** Uses the link up. @return false when somebody was faster or it expired */
    boolean claimLink(long link, Instant now) {
        return db.update(ACCOUNT_LINK)
                        .set(ACCOUNT_LINK.USED_AT, now)
                        .where(ACCOUNT_LINK.ID.eq(link))
                        .and(ACCOUNT_LINK.USED_AT.isNull())
                        .and(ACCOUNT_LINK.EXPIRES_AT.gt(now))
                        .execute()
                == 1;
    }

    /** Ends the open links of an account, or with null those that make the first administrator. */
    void closeLinks(@Nullable AccountId account, Instant now) {
        db.update(ACCOUNT_LINK)
                .set(ACCOUNT_LINK.USED_AT, now)
                .where(account == null ? ACCOUNT_LINK.ACCOUNT_ID.isNull() : ACCOUNT_LINK.ACCOUNT_ID.eq(account.value()))
                .and(ACCOUNT_LINK.USED_AT.isNull())
                .execute();
    }

    /** Counts one more failure; two at once are both counted. */
    LockOutRule.Failures failed(String subject, LockOutRule rule, Instant now) {
        // the row is there before it is locked: two first failures at once must not both see none
        db.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.SUBJECT, subject)
                .set(SIGN_IN_FAILURE.FAILED_COUNT, 0)
                .set(SIGN_IN_FAILURE.LAST_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
        LockOutRule.Failures before = db.selectFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                .forUpdate()
                .fetchSingle(
                        row -> new LockOutRule.Failures(row.getFailedCount(), row.getLastAt(), row.getLockedUntil()));
        LockOutRule.Failures after = rule.after(before, now);
        db.update(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.FAILED_COUNT, after.count())
                .set(SIGN_IN_FAILURE.LAST_AT, after.lastAt())
                .set(SIGN_IN_FAILURE.LOCKED_UNTIL, after.lockedUntil())
                .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                .execute();
        return after;
    }

    void forgetFailures(String subject) {
        db.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SUBJECT.eq(subject))
                .execute();
    }

    /** Names that were only guessed do not stay. */
    void forgetOldFailures(Instant now) {
        db.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.LAST_AT.lt(now.minus(Duration.ofDays(1))))
                .execute();
    }
}
