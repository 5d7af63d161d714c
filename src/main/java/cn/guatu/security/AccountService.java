package cn.guatu.security;

import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.rule.PasswordRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Accounts and the links that set their passwords, for the system itself: set-up, demonstration, invitations. People come through
 * {@link AccountAdministration}, which asks for the permission.
 */
@Service
public class AccountService {

    /** How long a link can be used. */
    public static final Duration LINK_LIFE = Duration.ofHours(72);

    /**
     * Whom a link is for.
     *
     * @param username null when the link makes the first administrator, who chooses his name
     * @param displayName null when the link makes the first administrator
     */
    public record Invitation(
            @Nullable String username, @Nullable String displayName) {}

    private final AccountQueries queries;
    private final AccountStore store;
    private final PasswordHasher hasher;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;

    AccountService(
            AccountQueries queries,
            AccountStore store,
            PasswordHasher hasher,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user) {
        this.queries = queries;
        this.store = store;
        this.hasher = hasher;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
    }

    /**
     * Makes an account without a password.
     *
     * @param username at most 64 characters, unique without case
     * @param person who signs in with it; null for nobody in 人员
     * @param roles at least one
     * @throws Refusal when the name is taken or unusable
     */
    public AccountId create(String username, @Nullable PersonId person, Set<Role> roles) {
        return transactions.execute(() -> insert(username, null, person, roles));
    }

    private AccountId insert(
            String username, @Nullable String displayName, @Nullable PersonId person, Set<Role> roles) {
        String name = username.strip();
        if (name.isEmpty() || name.length() > 64 || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("账号名须为 1–64 个字符。");
        }
        if (roles.isEmpty()) {
            throw Refusal.invalid("请至少选择一个角色。");
        }
        if (queries.credentials(name).isPresent()) {
            throw Refusal.conflict("账号“" + name + "”已存在,请换一个账号名。");
        }
        String shown = displayName != null
                ? displayName
                : Optional.ofNullable(person).flatMap(queries::personName).orElse(name);
        AccountId id = store.insert(name, shown, person, roles, clock.now(), actor());
        audit.record("account.create", name, null, Map.of("roles", roles, "displayName", shown));
        return id;
    }

    /**
     * Sets the password, ends the sessions of the account and its open links.
     *
     * @throws Refusal when the password is against the rule
     */
    public void setPassword(AccountId account, String password) {
        Account of = require(account);
        PasswordRule.refusal(password, of.username()).ifPresent(sentence -> {
            throw Refusal.invalid(sentence);
        });
        // hashing takes long: before the transaction
        String hash = hasher.hash(password);
        transactions.run(() -> store(account, of.username(), hash));
    }

    private void store(AccountId account, String username, String hash) {
        Instant now = clock.now();
        store.password(account, hash, now);
        store.closeLinks(account, now);
        store.forgetFailures(SignInService.nameSubject(username));
        audit.record("account.password", username, null, null);
    }

    /** The accounts with this name, without case; empty when there is none. */
    public Optional<Account> find(String username) {
        String key = Usernames.key(username);
        return queries.accounts(clock.now()).stream()
                .filter(each -> Usernames.key(each.username()).equals(key))
                .findFirst();
    }

    /** Whether somebody can sign in who keeps the system. */
    public boolean hasAdministrator() {
        return queries.hasAdministrator();
    }

    /** A new link with which the account sets its password; the links before it end. @return the secret, shown once */
    String invite(AccountId account) {
        Account of = require(account);
        String token = Secrets.next();
        transactions.run(() -> {
            Instant now = clock.now();
            store.closeLinks(account, now);
            store.insertLink(account, Secrets.hash(token), now.plus(LINK_LIFE), now, actor());
            audit.record("account.invite", of.username(), null, null);
        });
        return token;
    }

    /** A new link that makes the first administrator; the links before it end. @return the secret, shown once */
    public String inviteFirstAdministrator() {
        String token = Secrets.next();
        transactions.run(() -> {
            Instant now = clock.now();
            store.closeLinks(null, now);
            store.insertLink(null, Secrets.hash(token), now.plus(LINK_LIFE), now, actor());
            audit.record("account.setup-link", "系统管理员", null, null);
        });
        return token;
    }

    /** Whom the link is for; empty when it is unknown, used or expired. */
    public Optional<Invitation> invitation(String token) {
        return openLink(token).flatMap(link -> {
            if (link.account() == null) {
                return queries.hasAdministrator() ? Optional.empty() : Optional.of(new Invitation(null, null));
            }
            return queries.account(link.account(), clock.now())
                    .filter(Account::enabled)
                    .map(of -> new Invitation(of.username(), of.displayName()));
        });
    }

    /**
     * Uses the link and sets the password. A link works once; a refused password does not use it up.
     *
     * @throws Refusal when the link or the password is no good
     */
    public void acceptInvitation(String token, String password) {
        AccountQueries.Link link = openLink(token).orElseThrow(AccountService::linkEnded);
        AccountId account = link.account();
        if (account == null) {
            throw linkEnded();
        }
        Account of =
                queries.account(account, clock.now()).filter(Account::enabled).orElseThrow(AccountService::linkEnded);
        PasswordRule.refusal(password, of.username()).ifPresent(sentence -> {
            throw Refusal.invalid(sentence);
        });
        String hash = hasher.hash(password);
        transactions.run(() -> {
            claim(link);
            store(account, of.username(), hash);
        });
    }

    /**
     * Uses the set-up link and makes the first administrator.
     *
     * @throws Refusal when the link, the name or the password is no good, or there is an administrator already
     */
    public AccountId createFirstAdministrator(String token, String username, String displayName, String password) {
        AccountQueries.Link link =
                openLink(token).filter(each -> each.account() == null).orElseThrow(AccountService::linkEnded);
        if (queries.hasAdministrator()) {
            throw linkEnded();
        }
        PasswordRule.refusal(password, username.strip()).ifPresent(sentence -> {
            throw Refusal.invalid(sentence);
        });
        String hash = hasher.hash(password);
        return transactions.execute(() -> {
            claim(link);
            String shown = displayName.isBlank() ? username.strip() : displayName.strip();
            AccountId id = insert(username, shown, null, Set.of(Role.ADMIN));
            store(id, username.strip(), hash);
            return id;
        });
    }

    private void claim(AccountQueries.Link link) {
        if (!store.claimLink(link.id(), clock.now())) {
            throw linkEnded();
        }
    }

    private Optional<AccountQueries.Link> openLink(String token) {
        Instant now = clock.now();
        return queries.link(token).filter(link -> !link.used() && now.isBefore(link.expiresAt()));
    }

    private static Refusal linkEnded() {
        return Refusal.notFound("这个链接已用过或已过期,请联系系统管理员重新发送。");
    }

    private Account require(AccountId account) {
        return queries.account(account, clock.now()).orElseThrow(() -> Refusal.notFound("没有这个账号。"));
    }

    List<Candidate> candidates() {
        return queries.candidates();
    }

    private String actor() {
        return user.caller().map(Caller::account).orElse(AuditService.SYSTEM);
    }
}
