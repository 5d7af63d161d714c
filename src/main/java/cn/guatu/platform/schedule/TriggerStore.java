package cn.guatu.platform.schedule;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Quartz' own tables, where its interface does not reach: triggers that are taken although nobody has taken them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TriggerStore {

    private final DSLContext sql;

    TriggerStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A trigger and the state it is stuck in. */
    record Stuck(String name, String group, String state) {}

    /** Triggers that are ACQUIRED or BLOCKED while no server fires them or their job. Quartz writes both sides in one transaction. */
    List<Stuck> stuck() {
        return sql.fetch("""
                        select t.TRIGGER_NAME, t.TRIGGER_GROUP, t.TRIGGER_STATE
                        from QRTZ_TRIGGERS t
                        where t.TRIGGER_STATE in ('ACQUIRED', 'BLOCKED')
                          and not exists (
                            select 1 from QRTZ_FIRED_TRIGGERS f
                            where f.SCHED_NAME = t.SCHED_NAME and (
                              (f.TRIGGER_NAME = t.TRIGGER_NAME and f.TRIGGER_GROUP = t.TRIGGER_GROUP)
                              or (f.JOB_NAME = t.JOB_NAME and f.JOB_GROUP = t.JOB_GROUP)))
                        order by t.TRIGGER_GROUP, t.TRIGGER_NAME
                        """)
                .map(row -> new Stuck(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)));
    }

    /** Makes it wait for its time again; false when it moved on by itself meanwhile. */
    boolean free(Stuck trigger) {
        return sql.execute(
                        "update QRTZ_TRIGGERS set TRIGGER_STATE = 'WAITING'"
                                + " where TRIGGER_NAME = ? and TRIGGER_GROUP = ? and TRIGGER_STATE = ?",
                        trigger.name(),
                        trigger.group(),
                        trigger.state())
                == 1;
    }
}
