package cn.guatu.project.schedule;

import static cn.guatu.project.schedule.Slow.CALENDAR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * {@code bench/schedule}: 10 000 nodes with 20 000 links in 100 ms (issue: Breaking the year down). Not part of {@code ./verify}.
 */
class ScheduleBench {

    private static final int NODES = Integer.getInteger("guatu.bench.nodes", 10_000);
    private static final int LINKS = NODES * 2;
    private static final int PER_PHASE = 12;
    private static final int ROUNDS = 41;
    private static final double GOAL_MILLIS = 100;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void tenThousandNodesWithTwentyThousandLinks() {
        List<Task> tasks = district();
        long links =
                tasks.stream().mapToLong(task -> task.predecessors().size()).sum();
        say("%d nodes, %d links", tasks.size(), links);
        double passes = median(() -> Schedule.of(tasks, CALENDAR).times().size());
        say("forward and backward pass   %7.1f ms (goal %.0f)", passes, GOAL_MILLIS);
        double outlook =
                median(() -> Outlook.of(tasks, CALENDAR, TODAY).inverted().size());
        say("outlook from today          %7.1f ms", outlook);
        Map<NodeId, LocalDate> moved = Map.of(tasks.get(5).id(), TODAY.plusDays(90));
        say(
                "what-if of one node         %7.1f ms",
                median(() -> Ripple.of(tasks, CALENDAR, moved).moves().size()));
        List<Task> project = inverted();
        say(
                "compression of a project    %7.1f ms",
                median(() -> Outlook.of(project, CALENDAR, Slow.day(1, 20))
                        .compression()
                        .cuts()
                        .size()));
        assertThat(links).isEqualTo(LINKS);
        assertThat(passes).as("median of the passes in ms").isLessThanOrEqualTo(GOAL_MILLIS);
    }

    /** Phases of twelve nodes that wait for each other, and links between phases. */
    private static List<Task> district() {
        Random random = new Random(10_000);
        List<Set<NodeId>> before = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            before.add(new HashSet<>());
            if (i % PER_PHASE > 0) {
                before.get(i).add(new NodeId(i));
            }
        }
        int links = before.stream().mapToInt(Set::size).sum();
        while (links < LINKS) {
            int to = 1 + random.nextInt(NODES - 1);
            int from = random.nextInt(10) == 0 ? random.nextInt(to) : Math.max(0, to - 1 - random.nextInt(PER_PHASE));
            links += before.get(to).add(new NodeId(from + 1)) ? 1 : 0;
        }
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            tasks.add(new Task(
                    new NodeId(i + 1),
                    "节点" + i,
                    new PhaseId(i / PER_PHASE + 1),
                    START.plusDays(random.nextInt(60)),
                    random.nextInt(30),
                    START.plusDays(30 + random.nextInt(330)),
                    before.get(i)));
        }
        return tasks;
    }

    /** A project of twenty nodes that cannot keep its dates unless some of them are compressed. */
    private static List<Task> inverted() {
        for (int seed = 0; ; seed++) {
            List<Task> tasks = Slow.random(new Random(seed), 20);
            Compression compression =
                    Outlook.of(tasks, CALENDAR, Slow.day(1, 20)).compression();
            if (compression.cuts().size() > 2 && compression.left() == 0) {
                return tasks;
            }
        }
    }

    private interface Work {
        int run();
    }

    private static double median(Work work) {
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            int result = work.run();
            millis[round] = (System.nanoTime() - from) / 1e6;
            assertThat(result).isNotNegative();
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }

    private static void say(String line, Object... values) {
        System.out.println("bench/schedule: " + String.format(Locale.ROOT, line, values));
    }
}
