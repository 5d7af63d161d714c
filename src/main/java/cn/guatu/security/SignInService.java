package cn.guatu.security;

import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.rule.LockOutRule;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Checks names and passwords, and locks names and sources that fail too often. A name that does not exist locks like one that does. */
@Service
class SignInService {

    /** How a sign-in ends. */
    sealed interface Outcome {
        /** Welcome. */
        record Welcome(Caller caller) implements Outcome {}

        /** Wrong name or password; which of them is not said. */
        record Wrong() implements Outcome {}

        /** Refused unheard. */
        record Locked(Instant until) implements Outcome {}

        /** Too many people sign in at this moment. */
        record Busy() implements Outcome {}
    }

    private final AccountQueries queries;
    private final AccountStore store;
    private final PasswordHasher hasher;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;

    SignInService(
            AccountQueries queries,
            AccountStore store,
            PasswordHasher hasher,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.hasher = hasher;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    static String nameSubject(String username) {
        String key = Usernames.key(username);
        return "a:" + (key.length() <= 64 ? key : key.substring(0, 64));
    }

    private static String sourceSubject(String source) {
        return "s:" + source;
    }

    /** @param source the address it comes from */
    Outcome signIn(String username, String password, String source) {
        Instant now = clock.now();
        for (String subject : new String[] {nameSubject(username), sourceSubject(source)}) {
            LockOutRule.Failures failures = queries.failures(subject);
            if (failures != null && failures.lockedUntil() != null && failures.lockedAt(now)) {
                return new Outcome.Locked(failures.lockedUntil());
            }
        }
        Optional<AccountQueries.Credentials> known = queries.credentials(username);
        boolean right;
        try {
            right = hasher.matches(
                    password,
                    known.map(AccountQueries.Credentials::passwordHash).orElse(null));
        } catch (PasswordHasher.Busy e) {
            return new Outcome.Busy();
        }
        Optional<Caller> caller = right
                ? known.filter(AccountQueries.Credentials::usable).flatMap(each -> queries.caller(each.id()))
                : Optional.empty();
        return caller.<Outcome>map(each -> welcome(each)).orElseGet(() -> failed(username, source));
    }

    private Outcome welcome(Caller caller) {
        transactions.run(() -> {
            store.forgetFailures(nameSubject(caller.account()));
            store.signedIn(new AccountId(caller.accountId()), clock.now());
            audit.recordAs(caller.account(), "sign-in", caller.account(), null, null);
        });
        return new Outcome.Welcome(caller);
    }

    private Outcome failed(String username, String source) {
        return transactions.execute(() -> {
            Instant now = clock.now();
            store.forgetOldFailures(now);
            LockOutRule.Failures ofName = store.failed(nameSubject(username), LockOutRule.ACCOUNT, now);
            LockOutRule.Failures ofSource = store.failed(sourceSubject(source), LockOutRule.SOURCE, now);
            Instant until = ofName.lockedUntil() != null ? ofName.lockedUntil() : ofSource.lockedUntil();
            audit.recordAs(username, until == null ? "sign-in.failed" : "sign-in.locked", username, null, null);
            return until == null ? new Outcome.Wrong() : new Outcome.Locked(until);
        });
    }
}
