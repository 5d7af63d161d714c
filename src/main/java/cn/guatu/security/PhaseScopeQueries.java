package cn.guatu.security;

import static cn.guatu.jooq.Tables.PHASE_ASSIST;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import cn.guatu.org.UnitId;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** An {@link AccessScope} as a condition on phases, the one way for every query to ask. */
public final class PhaseScopeQueries {

    private PhaseScopeQueries() {}

    /**
     * The phases that the scope sees, by who leads, assists and shares today: a street that once had a share keeps seeing the phase,
     * because rows of the ledger are booked to it.
     *
     * @param phaseId the id column of the phase in the query, also of a history table or an alias
     * @param leadUnitId the column of the leading department
     */
    public static Condition sees(AccessScope scope, Field<Long> phaseId, Field<Long> leadUnitId) {
        if (scope.isEverything()) {
            return noCondition();
        }
        Condition seen = falseCondition();
        if (!scope.departments().isEmpty()) {
            List<Long> departments = ids(scope.departments());
            seen = seen.or(leadUnitId.in(departments))
                    .or(exists(selectOne()
                            .from(PHASE_ASSIST)
                            .where(PHASE_ASSIST.PHASE_ID.eq(phaseId))
                            .and(PHASE_ASSIST.UNIT_ID.in(departments))));
        }
        if (!scope.streets().isEmpty()) {
            seen = seen.or(exists(selectOne()
                    .from(PHASE_SHARE)
                    .where(PHASE_SHARE.PHASE_ID.eq(phaseId))
                    .and(PHASE_SHARE.STREET_ID.in(ids(scope.streets())))));
        }
        return seen;
    }

    private static List<Long> ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).sorted().toList();
    }
}
