package cn.guatu.platform.idempotency;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.idempotency.IdempotencyStore.Claim;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what was asked with an Idempotency-Key once, however often it is asked (rulings, Interface). The key is claimed before the work,
 * and the answer is written in the transaction of the work: either both are there or neither, also after a crash. What was refused
 * leaves no trace, so it may be corrected and asked again with the same key.
 */
@Component
public class Idempotency {

    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT = Duration.ofDays(30);

    /** After this long a request is taken to have died with its server. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final IdempotencyStore store;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final JsonMapper json;

    Idempotency(IdempotencyStore store, RetryingTransactions transactions, BusinessClock clock, JsonMapper json) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /**
     * An answer.
     *
     * @param first whether it was worked out now, rather than remembered
     */
    public record Answer<T>(T body, boolean first) {}

    /**
     * Does the work, or repeats the answer that it had.
     *
     * @param caller whose key it is: two callers may use the same one
     * @param key the header; absent is refused
     * @param operation what is asked, such as {@code POST /recognitions}
     * @param request the body, as it was understood: blanks and the order of fields do not make another request
     * @param type of the answer
     * @param work is done in one transaction, from the start again when the database asks for it
     */
    public <T> Answer<T> once(
            String caller, @Nullable String key, String operation, Object request, Class<T> type, Supplier<T> work) {
        String known = checked(key);
        String hash = hash(operation, request);
        String fence = UUID.randomUUID().toString();
        Optional<String> remembered = claim(new Claim(caller, known, hash, fence));
        if (remembered.isPresent()) {
            return new Answer<>(json.readValue(remembered.get(), type), false);
        }
        try {
            return transactions.execute(() -> {
                T answer = work.get();
                if (!store.finish(caller, known, fence, json.writeValueAsString(answer))) {
                    throw running();
                }
                return new Answer<>(answer, true);
            });
        } catch (RuntimeException e) {
            transactions.run(() -> store.release(caller, known, fence));
            throw e;
        }
    }

    /** Claims the key; the answer when it was already given. */
    private Optional<String> claim(Claim claim) {
        Instant now = clock.now();
        try {
            return claim(claim, now);
        } catch (DuplicateKeyException faster) {
            // Another request took the key between our look and our claim: what it asks decides, and now it can be
            // seen.
            return claim(claim, now);
        }
    }

    private Optional<String> claim(Claim claim, Instant now) {
        return transactions.execute(() -> {
            store.forget(now.minus(KEPT));
            Optional<IdempotencyStore.Seen> seen = store.lock(claim.caller(), claim.key());
            if (seen.isEmpty()) {
                store.insert(claim, now);
                return Optional.empty();
            }
            return answerOf(seen.get(), claim, now);
        });
    }

    private Optional<String> answerOf(IdempotencyStore.Seen seen, Claim claim, Instant now) {
        if (seen.claimedAt().isBefore(now.minus(KEPT))) {
            store.takeOver(claim, now);
            return Optional.empty();
        }
        if (!seen.request().equals(claim.request())) {
            throw Refusal.inadmissible("该 Idempotency-Key 已用于内容不同的请求，请换用新的值。");
        }
        if (seen.answer() != null) {
            return Optional.of(seen.answer());
        }
        if (seen.claimedAt().isAfter(now.minus(LEASE))) {
            throw running();
        }
        store.takeOver(claim, now);
        return Optional.empty();
    }

    private static Refusal running() {
        return Refusal.conflict("同一 Idempotency-Key 的请求正在处理，请稍后用同一个值重试。");
    }

    private static String checked(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Refusal.invalid("缺少请求头 Idempotency-Key：请为每次提交生成一个不重复的值，重试时使用同一个值。");
        }
        String known = key.strip();
        if (known.length() > LONGEST_KEY || known.chars().anyMatch(sign -> sign < ' ')) {
            throw Refusal.invalid("Idempotency-Key 最多 %d 个字符，且不含控制字符。".formatted(LONGEST_KEY));
        }
        return known;
    }

    private String hash(String operation, Object request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(operation.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            return HexFormat.of().formatHex(sha256.digest(json.writeValueAsBytes(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
