package cn.guatu.security;

import cn.guatu.org.UnitId;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is asking on this thread: the person of the Vaadin session, or the bearer of a token. In a job nobody is; ask
 * {@link #caller()} there.
 */
@Component
public class CurrentUser {

    /** The caller; empty when nobody is signed in on this thread. */
    public Optional<Caller> caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** The account name, for the journal. @throws AuthenticationCredentialsNotFoundException when nobody is signed in */
    public String account() {
        return required().account();
    }

    /** The name for screens. */
    public String displayName() {
        return required().displayName();
    }

    /** The roles of the account; empty for a token. */
    public Set<Role> roles() {
        return required().roles();
    }

    /** What the caller may see. */
    public AccessScope scope() {
        return required().scope();
    }

    /** Whether the caller may do this; false when nobody is signed in. */
    public boolean has(Permission permission) {
        return caller().map(each -> each.permissions().contains(permission)).orElse(false);
    }

    /** Whether the caller may post and reverse ledger rows of phases that this department leads. */
    public boolean mayRecognise(UnitId leadDepartment) {
        return has(Permission.RECOGNISE)
                && (scope().isEverything() || scope().departments().contains(leadDepartment));
    }

    /**
     * Whether the caller may plan phases and nodes that this department leads: who plans at all, and the head of the department.
     */
    public boolean mayPlan(UnitId leadDepartment) {
        return has(Permission.PLAN)
                || (roles().contains(Role.DEPARTMENT_HEAD)
                        && scope().departments().contains(leadDepartment));
    }

    private Caller required() {
        return caller().orElseThrow(
                        () -> new AuthenticationCredentialsNotFoundException("nobody is signed in on this thread"));
    }
}
