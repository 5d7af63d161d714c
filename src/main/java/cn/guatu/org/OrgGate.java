package cn.guatu.org;

import org.jspecify.annotations.Nullable;

/** What units and people ask of the security above them: who looks, who writes, and the trail of it. */
public interface OrgGate {

    /** The account name of who asks, for the journal. */
    String account();

    /** Whether the caller may see the people of this unit. */
    boolean sees(UnitId unit);

    /** Whether the caller keeps units and people. */
    boolean mayEdit();

    /** Adds to the audit trail, in the transaction of the change. */
    void audit(String action, String subject, @Nullable Object before, @Nullable Object after);
}
