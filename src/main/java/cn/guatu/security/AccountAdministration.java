package cn.guatu.security;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What the administrator does with accounts. Nobody administers himself. */
@Service
@PreAuthorize(Permission.May.ADMINISTER)
public class AccountAdministration {

    /**
     * A link that sets a password, shown once.
     *
     * @param token the secret in the link
     */
    public record Issued(String username, String displayName, String token) {}

    private final AccountService accounts;
    private final AccountQueries queries;
    private final AccountStore store;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;

    AccountAdministration(
            AccountService accounts,
            AccountQueries queries,
            AccountStore store,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user) {
        this.accounts = accounts;
        this.queries = queries;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
    }

    /** All accounts by name. */
    public List<Account> accounts() {
        return queries.accounts(clock.now());
    }

    /** People in 人员 with an account name who have no account yet. */
    public List<Candidate> candidates() {
        return accounts.candidates();
    }

    /** Opens accounts with the role of each one's position, all or none. @return a link for each */
    public List<Issued> open(Collection<Candidate> candidates) {
        return transactions.execute(() -> {
            List<Issued> issued = new ArrayList<>();
            for (Candidate each : candidates) {
                AccountId id = accounts.create(each.username(), each.person(), Set.of(each.role()));
                issued.add(new Issued(each.username(), each.name(), accounts.invite(id)));
            }
            return issued;
        });
    }

    /** Opens an account without a person. @return its link */
    public Issued open(String username, Set<Role> roles) {
        return transactions.execute(() -> {
            AccountId id = accounts.create(username, null, roles);
            return new Issued(username.strip(), username.strip(), accounts.invite(id));
        });
    }

    /** A new link for somebody who forgot his password; the old password works until the link is used. */
    public Issued reset(AccountId account) {
        Account of = require(account);
        return new Issued(of.username(), of.displayName(), accounts.invite(account));
    }

    /** Lets the account in or ends its sessions. @throws Refusal for the own account */
    public void setEnabled(AccountId account, boolean enabled) {
        Account of = requireOther(account);
        transactions.run(() -> {
            store.enabled(account, enabled);
            if (!enabled) {
                store.closeLinks(account, clock.now());
            }
            audit.record(enabled ? "account.enable" : "account.disable", of.username(), null, null);
        });
    }

    /** Ends the lock-out after failed sign-ins. */
    public void unlock(AccountId account) {
        Account of = require(account);
        transactions.run(() -> {
            store.forgetFailures(SignInService.nameSubject(of.username()));
            audit.record("account.unlock", of.username(), null, null);
        });
    }

    /** Replaces the roles and ends the sessions of the account. @throws Refusal for the own account */
    public void setRoles(AccountId account, Set<Role> roles) {
        Account of = requireOther(account);
        if (roles.isEmpty()) {
            throw Refusal.invalid("请至少选择一个角色。");
        }
        transactions.run(() -> {
            store.replaceRoles(account, roles);
            audit.record("account.roles", of.username(), Map.of("roles", of.roles()), Map.of("roles", roles));
        });
    }

    private Account require(AccountId account) {
        return queries.account(account, clock.now()).orElseThrow(() -> Refusal.notFound("没有这个账号。"));
    }

    private Account requireOther(AccountId account) {
        if (user.caller()
                .map(Caller::accountId)
                .filter(id -> id == account.value())
                .isPresent()) {
            throw Refusal.forbidden("不能修改自己的账号,请由另一位系统管理员操作。");
        }
        return require(account);
    }
}
