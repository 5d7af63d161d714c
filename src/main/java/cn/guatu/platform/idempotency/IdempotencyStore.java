package cn.guatu.platform.idempotency;

import static cn.guatu.jooq.Tables.IDEMPOTENCY_KEY;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the keys that were used and the answers that were given. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IdempotencyStore {

    private static final int FORGOTTEN_AT_ONCE = 100;

    private final DSLContext dsl;

    IdempotencyStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Who asks for what: {@code request} is its hash, {@code fence} tells two holders of the same key apart. */
    record Claim(String caller, String key, String request, String fence) {}

    /** A key that was used before; {@code answer} is null while the work goes on. */
    record Seen(String request, @Nullable String answer, Instant claimedAt) {}

    /** The key, locked until the end of the transaction. */
    Optional<Seen> lock(String caller, String key) {
        return dsl.select(IDEMPOTENCY_KEY.REQUEST, IDEMPOTENCY_KEY.ANSWER, IDEMPOTENCY_KEY.CLAIMED_AT)
                .from(IDEMPOTENCY_KEY)
                .where(is(caller, key))
                .forUpdate()
                .fetchOptional(row -> new Seen(row.value1(), row.value2(), row.value3()));
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another request was faster */
    void insert(Claim claim, Instant now) {
        dsl.insertInto(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.CALLER, claim.caller())
                .set(IDEMPOTENCY_KEY.REQUEST_KEY, claim.key())
                .set(IDEMPOTENCY_KEY.REQUEST, claim.request())
                .set(IDEMPOTENCY_KEY.STATE, "RUNNING")
                .set(IDEMPOTENCY_KEY.FENCE, claim.fence())
                .set(IDEMPOTENCY_KEY.CLAIMED_AT, now)
                .execute();
    }

    /** Goes on where a request died, or begins anew after the time that keys are kept; a late answer will find another fence. */
    void takeOver(Claim claim, Instant now) {
        dsl.update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.REQUEST, claim.request())
                .set(IDEMPOTENCY_KEY.STATE, "RUNNING")
                .setNull(IDEMPOTENCY_KEY.ANSWER)
                .set(IDEMPOTENCY_KEY.FENCE, claim.fence())
                .set(IDEMPOTENCY_KEY.CLAIMED_AT, now)
                .where(is(claim.caller(), claim.key()))
                .execute();
    }

    /** Keeps the answer; false when the claim has passed to another request. */
    boolean finish(String caller, String key, String fence, String answer) {
        return dsl.update(IDEMPOTENCY_KEY)
                        .set(IDEMPOTENCY_KEY.STATE, "DONE")
                        .set(IDEMPOTENCY_KEY.ANSWER, answer)
                        .where(is(caller, key))
                        .and(IDEMPOTENCY_KEY.FENCE.eq(fence))
                        .and(IDEMPOTENCY_KEY.STATE.eq("RUNNING"))
                        .execute()
                == 1;
    }

    /** Gives the key back after the work failed. */
    void release(String caller, String key, String fence) {
        dsl.deleteFrom(IDEMPOTENCY_KEY)
                .where(is(caller, key))
                .and(IDEMPOTENCY_KEY.FENCE.eq(fence))
                .and(IDEMPOTENCY_KEY.STATE.eq("RUNNING"))
                .execute();
    }

    /** Forgets keys from before, some at a time. */
    void forget(Instant before) {
        dsl.deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.CLAIMED_AT.lt(before))
                .orderBy(IDEMPOTENCY_KEY.CLAIMED_AT)
                .limit(FORGOTTEN_AT_ONCE)
                .execute();
    }

    private static Condition is(String caller, String key) {
        return IDEMPOTENCY_KEY.CALLER.eq(caller).and(IDEMPOTENCY_KEY.REQUEST_KEY.eq(key));
    }
}
