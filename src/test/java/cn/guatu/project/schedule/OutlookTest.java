package cn.guatu.project.schedule;

import static cn.guatu.project.schedule.Slow.CALENDAR;
import static cn.guatu.project.schedule.Slow.day;
import static cn.guatu.project.schedule.Slow.task;
import static cn.guatu.project.schedule.Slow.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.project.NodeId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 倒挂 seen from today, and the smallest set of nodes to compress (semantics §10). */
class OutlookTest {

    private static final LocalDate TODAY = day(3, 2);

    @Test
    void aPlanWhoseLatestStartIsPastIsInvertedByThatManyWorkingDays() {
        // From Monday 2 March, 10 working days end on Friday the 13th; required was Tuesday the 10th.
        List<Task> tasks = List.of(done(task(1, 5, day(2, 27)), day(2, 28)), task(2, 10, day(3, 10), 1));

        Outlook outlook = Outlook.of(tasks, CALENDAR, TODAY);

        assertThat(outlook.inversion()).isEqualTo(3);
        assertThat(outlook.inverted())
                .containsExactly(new Outlook.Inverted(new NodeId(2), "节点2", day(3, 13), day(3, 10), 3));
    }

    @Test
    void aNodeWhosePredecessorsAreDoneIsUnderWaySinceTheWorkingDayAfter() {
        // Begun on 24 February, ten working days end on Friday 6 March (Saturday the 28th is worked).
        List<Task> tasks = List.of(done(task(1, 5, day(2, 20)), day(2, 23)), task(2, 10, day(3, 10), 1));

        Outlook outlook = Outlook.of(tasks, CALENDAR, TODAY);

        assertThat(outlook.ends().get(new NodeId(2))).isEqualTo(day(3, 6));
        assertThat(outlook.inversion()).isZero();
    }

    @Test
    void whatIsOverdueIsNotInvertedButPushesThoseAfterIt() {
        List<Task> tasks = List.of(task(1, 5, day(2, 20)), task(2, 5, day(3, 6), 1));

        Outlook outlook = Outlook.of(tasks, CALENDAR, TODAY);

        assertThat(outlook.inverted()).extracting(Outlook.Inverted::node).containsExactly(new NodeId(2));
        assertThat(outlook.inversion()).isEqualTo(1);
    }

    @Test
    void oneSharedNodeIsCompressedRatherThanTwoBranches() {
        // 1 → 2, 1 → 3: both branches are late by two days.
        List<Task> tasks = List.of(
                done(task(9, 1, day(2, 27)), day(2, 28)),
                task(1, 5, null, 9),
                task(2, 5, day(3, 11), 1),
                task(3, 5, day(3, 11), 1));

        Compression compression = Outlook.of(tasks, CALENDAR, TODAY).compression();

        assertThat(compression.smallest()).isTrue();
        assertThat(compression.left()).isZero();
        assertThat(compression.cuts()).containsExactly(new Compression.Cut(new NodeId(1), "节点1", 5, 3));
    }

    @Test
    void whatNoCompressionCanKeepSaysHowMuchIsLeft() {
        List<Task> tasks = List.of(
                done(task(9, 1, day(2, 27)), day(2, 28)),
                least(task(1, 10, null, 9), 8),
                least(task(2, 4, day(3, 6), 1), 4));

        Compression compression = Outlook.of(tasks, CALENDAR, TODAY).compression();

        assertThat(compression.left()).isEqualTo(7);
        assertThat(compression.cuts()).containsExactly(new Compression.Cut(new NodeId(1), "节点1", 10, 8));
    }

    @Test
    void aPlanThatCanBeKeptNeedsNoCompression() {
        assertThat(Outlook.of(List.of(task(1, 2, day(6, 30))), CALENDAR, TODAY).compression())
                .isEqualTo(new Compression(List.of(), 0, true));
    }

    @Test
    void onAnyGraphTheEndsAreThoseOfAnObviousImplementation() {
        Random random = new Random(6);
        for (int graph = 0; graph < 300; graph++) {
            List<Task> tasks = Slow.random(random, 1 + random.nextInt(14));
            LocalDate today = day(1, 5).plusDays(random.nextInt(60));
            Slow slow = new Slow(tasks, today);
            Outlook outlook = Outlook.of(tasks, CALENDAR, today);

            assertThat(outlook.ends()).as("graph %d", graph).isEqualTo(slow.ends());
            assertThat(outlook.inversion()).as("graph %d", graph).isEqualTo(slow.inversion());
        }
    }

    @Test
    void noSmallerSetOfNodesWouldDoAndTheOneFoundDoes() {
        Random random = new Random(7);
        int inverted = 0;
        for (int graph = 0; graph < 1500; graph++) {
            List<Task> tasks = Slow.random(random, 2 + random.nextInt(9));
            LocalDate today = day(1, 5).plusDays(random.nextInt(30));
            Compression compression = Outlook.of(tasks, CALENDAR, today).compression();
            @Nullable Integer fewest = fewest(tasks, today);

            if (fewest == null) {
                assertThat(compression.left()).as("graph %d", graph).isPositive();
            } else {
                assertThat(compression.left()).as("graph %d", graph).isZero();
                assertThat(compression.smallest()).isTrue();
                assertThat(compression.cuts()).as("graph %d", graph).hasSize(fewest);
                assertThat(new Slow(compressed(tasks, compression), today).inversion())
                        .isZero();
                inverted += fewest > 0 ? 1 : 0;
            }
        }
        assertThat(inverted).as("graphs that needed a compression").isGreaterThan(40);
    }

    /** The size of the smallest subset that helps when all its nodes are done as fast as they can be; null when none does. */
    private static @Nullable Integer fewest(List<Task> tasks, LocalDate today) {
        Integer fewest = null;
        for (int subset = 0; subset < 1 << tasks.size(); subset++) {
            int size = Integer.bitCount(subset);
            if (fewest != null && size >= fewest) {
                continue;
            }
            List<Task> tried = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                Task task = tasks.get(i);
                boolean cut = (subset >> i & 1) == 1;
                tried.add(
                        cut
                                ? task.lasting(
                                        Math.min(task.duration(), task.terms().least()))
                                : task);
            }
            if (Outlook.of(tried, CALENDAR, today).inversion() == 0) {
                fewest = size;
            }
        }
        return fewest;
    }

    private static List<Task> compressed(List<Task> tasks, Compression compression) {
        return tasks.stream()
                .map(task -> compression.cuts().stream()
                        .filter(cut -> cut.node().equals(task.id()))
                        .findFirst()
                        .map(cut -> task.lasting(cut.to()))
                        .orElse(task))
                .toList();
    }

    @Test
    void aWideNetworkGetsAGoodSetInTimeThoughPerhapsNotTheSmallest() {
        // Sixty chains of five nodes, each late by itself: no search can finish, and each chain needs one cut.
        List<Task> tasks = new ArrayList<>();
        IntStream.range(0, 60)
                .forEach(chain -> IntStream.rangeClosed(1, 5).forEach(step -> {
                    int id = chain * 10 + step;
                    Task task = step == 1 ? task(id, 4, null) : task(id, 4, step == 5 ? day(3, 13) : null, id - 1);
                    tasks.add(step == 1 ? task.lasting(30) : task);
                }));

        Compression compression = Outlook.of(tasks, CALENDAR, TODAY).compression();

        assertThat(compression.left()).isZero();
        Set<NodeId> cut = new HashSet<>();
        compression.cuts().forEach(each -> cut.add(each.node()));
        assertThat(cut).hasSizeBetween(60, 180);
        assertThat(compression.smallest()).isFalse();
    }

    private static Task done(Task task, LocalDate actual) {
        return with(task, new Terms(null, List.of(), actual, 1));
    }

    private static Task least(Task task, int days) {
        return with(task, new Terms(null, List.of(), null, days));
    }
}
