package cn.guatu.project;

import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import java.util.Map;

/** Is told, in the transaction of the change, which phases have got another lead department: their totals move. */
public interface PhaseLeadListener {

    /**
     * The phases are led by another department now; the new one is already written.
     *
     * @param formerLeads which, and the department that led each until now
     * @param how the change
     */
    void leadChanged(Map<PhaseId, UnitId> formerLeads, Recording how);
}
