package cn.guatu.security;

import cn.guatu.org.OrgGate;
import cn.guatu.org.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers units and people, which know nothing of roles, by roles, scope and the audit trail. */
@Component
class OrgDoor implements OrgGate {

    private final CurrentUser user;
    private final AuditService audit;

    OrgDoor(CurrentUser user, AuditService audit) {
        this.user = user;
        this.audit = audit;
    }

    @Override
    public String account() {
        return user.account();
    }

    @Override
    public boolean sees(UnitId unit) {
        return user.scope().seesUnit(unit);
    }

    @Override
    public boolean mayEdit() {
        return user.has(Permission.ADMINISTER);
    }

    @Override
    public void audit(String action, String subject, @Nullable Object before, @Nullable Object after) {
        audit.record(action, subject, before, after);
    }
}
