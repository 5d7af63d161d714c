package cn.guatu.project;

import cn.guatu.platform.persistence.Recording;
import java.util.Set;

/** Is told, in the transaction of the change, which phases have got another lead department: their totals move. */
public interface PhaseLeadListener {

    /**
     * The phases are led by another department now; the new one is already written.
     *
     * @param phases which
     * @param how the change
     */
    void leadChanged(Set<PhaseId> phases, Recording how);
}
