package cn.guatu.testing;

import cn.guatu.org.UnitId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Work done by somebody who is signed in on the thread that does it. */
public record SignedIn(Caller caller) {

    /** A program without an owner, with every scope. */
    public static SignedIn program() {
        return new SignedIn(new Caller(
                "token:bootstrap",
                "bootstrap",
                Set.of(),
                Set.of(Permission.values()),
                AccessScope.everything(),
                0,
                ""));
    }

    /** Somebody with a role in a department. */
    public static SignedIn in(UnitId department, Role role, String account, long accountId) {
        return of(account, role, AccessScope.of(Set.of(department), Set.of()), accountId);
    }

    /** The liaison of a street. */
    public static SignedIn liaison(UnitId street, String account) {
        return of(account, Role.STREET_LIAISON, AccessScope.of(Set.of(), Set.of(street)), 99);
    }

    /** Somebody who sees everything. */
    public static SignedIn everywhere(Role role, String account) {
        return of(account, role, AccessScope.everything(), 98);
    }

    private static SignedIn of(String account, Role role, AccessScope scope, long id) {
        return new SignedIn(new Caller(account, account, Set.of(role), RolePermissions.of(role), scope, id, ""));
    }

    /** Does the work on this thread. */
    public <T> T does(Callable<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                caller,
                null,
                caller.permissions().stream()
                        .map(each -> new SimpleGrantedAuthority(each.authority()))
                        .toList())));
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
