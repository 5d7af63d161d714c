package cn.guatu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.ChangeLog;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Two servers on one database: who is at the desk of the one is shown at the desk of the other. */
@GuatuTest
@Import(PlanningWorld.class)
class DeskPresenceTest {

    private static final int YEAR = PlanningWorld.YEAR;

    @Autowired
    private PlanningWorld world;

    @Autowired
    private ChangeLog changes;

    @Autowired
    private PlanningQueries queries;

    @Autowired
    private DeskSeatStore store;

    @Autowired
    private RetryingTransactions transactions;

    @Autowired
    private FixedClock clock;

    private DeskPresence here;
    private DeskPresence there;

    /** A page that keeps what it is told. */
    private static final class Told implements DeskPresence.Page {

        private final LinkedBlockingQueue<List<String>> told = new LinkedBlockingQueue<>();

        @Override
        public void planChanged() {
            // Only names are asked about here.
        }

        @Override
        public void guestsChanged(List<DeskPresence.Guest> guests) {
            told.add(guests.stream().map(DeskPresence.Guest::name).sorted().toList());
        }

        /** Waits until exactly these are there. */
        void hears(String... names) {
            List<String> wanted = List.of(names);
            List<String> last = null;
            try {
                while (!wanted.equals(last)) {
                    last = told.poll(30, TimeUnit.SECONDS);
                    assertThat(last).as("told nothing more; wanted %s", wanted).isNotNull();
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    @BeforeEach
    void twoServers() {
        world.fresh();
        here = new DeskPresence(changes, queries, store, transactions, clock);
        there = new DeskPresence(changes, queries, store, transactions, clock);
    }

    @AfterEach
    void stop() {
        here.stop();
        there.stop();
    }

    @Test
    void whoSitsAtAnotherServerIsNamedUntilHeLeaves() {
        Told mine = new Told();
        Told theirs = new Told();
        here.join(YEAR, "page-a", "李明", mine);
        mine.hears("李明");
        Runnable leave = there.join(YEAR, "page-b", "赵敏", theirs);
        theirs.hears("李明", "赵敏");
        mine.hears("李明", "赵敏");

        leave.run();
        mine.hears("李明");
    }

    @Test
    void whoeverSatAtAServerThatIsGoneIsSoonNotNamed() {
        Told mine = new Told();
        there.join(YEAR, "page-b", "赵敏", new Told());
        here.join(YEAR, "page-a", "李明", mine);
        mine.hears("李明", "赵敏");

        there.stop();
        clock.set(clock.now().plus(Duration.ofMinutes(1)));
        mine.hears("李明");
    }

    @Test
    void theDeskOfAnotherYearIsAnotherDesk() {
        Told mine = new Told();
        there.join(YEAR + 1, "page-b", "赵敏", new Told());
        here.join(YEAR, "page-a", "李明", mine);
        mine.hears("李明");
        here.exchange();
        assertThat(mine.told).doesNotContain(List.of("李明", "赵敏"));
    }
}
