package cn.guatu.security;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tokens with which programs call the HTTP interface: shown once, stored hashed. */
@Service
public class TokenService {

    // with its prefix it is the actor in every journal, which takes 64
    private static final int NAME_LENGTH = 48;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenQueries queries;
    private final TokenStore store;
    private final AccountQueries accounts;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;

    TokenService(
            TokenQueries queries,
            TokenStore store,
            AccountQueries accounts,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user) {
        this.queries = queries;
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
    }

    /** All tokens, newest first. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public List<ApiToken> tokens() {
        return queries.tokens();
    }

    /**
     * Makes a token.
     *
     * @param owner who answers for it and lends it his slice of the data; his accounts' end is its end
     * @param expiresAt null: never
     * @return the secret, shown once
     * @throws Refusal when the name is taken or something is missing
     */
    @PreAuthorize(Permission.May.ADMINISTER)
    public String issue(String name, AccountId owner, Set<Permission> scopes, @Nullable Instant expiresAt) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > NAME_LENGTH || called.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("令牌名称须为 1–" + NAME_LENGTH + " 个字符。");
        }
        if (scopes.isEmpty()) {
            throw Refusal.invalid("请至少选择一个权限。");
        }
        Instant now = clock.now();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Refusal.invalid("到期时间须晚于现在。");
        }
        String secret = "gt_" + Secrets.next();
        transactions.run(() -> {
            if (queries.exists(called)) {
                throw Refusal.conflict("令牌“" + called + "”已存在,请换一个名称。");
            }
            store.insert(
                    called,
                    secret,
                    owner.value(),
                    scopes,
                    expiresAt,
                    now,
                    user.caller().map(Caller::account).orElse(AuditService.SYSTEM));
            audit.record("token.issue", called, null, Map.of("scopes", scopes));
        });
        return secret;
    }

    /** Ends a token at once; ending it twice changes nothing. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void revoke(ApiToken token) {
        transactions.run(() -> {
            if (store.revoke(token.id(), clock.now())) {
                audit.record("token.revoke", token.name(), null, null);
            }
        });
    }

    /** The caller with this secret; empty when it is unknown, expired or revoked, or its owner may not sign in. */
    public Optional<Caller> caller(String secret) {
        Instant now = clock.now();
        return queries.pass(secret)
                .filter(pass -> !pass.revoked())
                .filter(pass -> pass.expiresAt() == null || now.isBefore(pass.expiresAt()))
                .flatMap(pass -> {
                    Optional<Caller> caller = caller(pass);
                    if (caller.isPresent()) {
                        note(pass, now);
                    }
                    return caller;
                });
    }

    private Optional<Caller> caller(TokenQueries.Pass pass) {
        String account = "token:" + pass.name();
        AccountId owner = pass.owner();
        if (owner == null) {
            return Optional.of(
                    new Caller(account, pass.name(), Set.of(), pass.scopes(), AccessScope.everything(), 0, ""));
        }
        return accounts.caller(owner)
                .map(of -> new Caller(
                        account, pass.name(), Set.of(), pass.scopes(), of.scope(), of.accountId(), of.stamp()));
    }

    private void note(TokenQueries.Pass pass, Instant now) {
        Instant notSince = now.minus(USE_NOTED_EVERY);
        Instant last = pass.lastUsedAt();
        if (last == null || last.isBefore(notSince)) {
            transactions.run(() -> store.used(pass.id(), now, notSince));
        }
    }

    /** Makes the token named bootstrap with every scope, unless there is one. @return false when another secret had that name */
    boolean bootstrap(String secret) {
        return transactions.execute(() -> {
            if (queries.exists("bootstrap")) {
                return queries.existsWithSecret(secret);
            }
            store.insert(
                    "bootstrap", secret, null, EnumSet.allOf(Permission.class), null, clock.now(), AuditService.SYSTEM);
            audit.record("token.issue", "bootstrap", null, Map.of("scopes", EnumSet.allOf(Permission.class)));
            return true;
        });
    }
}
