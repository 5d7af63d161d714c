package cn.guatu.platform.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.testing.GuatuTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The watchdog on a real clustered store of Quartz. */
@GuatuTest
@Import(PeriodicWorksTest.WeeklyRounds.class)
class WatchdogTest {

    @Autowired
    private Watchdog watchdog;

    @Autowired
    private DoorbellSchedule schedule;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private DSLContext sql;

    @BeforeEach
    void doorbells() {
        schedule.register();
    }

    @AfterEach
    void quiet() throws Exception {
        scheduler.standby();
        sql.execute("update QRTZ_TRIGGERS set TRIGGER_STATE = 'WAITING'");
    }

    @Test
    void theStoreIsClusteredAndEveryWorkHasItsDoorbell() throws Exception {
        assertThat(scheduler.getMetaData().isJobStoreClustered()).isTrue();
        assertThat(scheduler.getMetaData().getJobStoreClass().getSimpleName()).isEqualTo("LocalDataSourceJobStore");
        assertThat(schedule.states())
                .allSatisfy(state -> assertThat(state.next()).isNotNull());
    }

    @Test
    void aTriggerInErrorWaitsForItsTimeAgain() {
        setState("ERROR");

        watchdog.look();

        assertThat(state()).isEqualTo("WAITING");
    }

    @Test
    void aTriggerThatIsTakenAlthoughNobodyHasTakenItIsFreedOnTheSecondLook() {
        setState("BLOCKED");

        watchdog.look();
        assertThat(state()).isEqualTo("BLOCKED");
        watchdog.look();

        assertThat(state()).isEqualTo("WAITING");
    }

    private void setState(String state) {
        sql.execute("update QRTZ_TRIGGERS set TRIGGER_STATE = ? where TRIGGER_NAME = 'rounds'", state);
    }

    private String state() {
        return sql.fetchSingle("select TRIGGER_STATE from QRTZ_TRIGGERS where TRIGGER_NAME = 'rounds'")
                .get(0, String.class);
    }
}
