package cn.guatu.scheduling.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Graphs of stages with parallel branches and joins. */
class StageGraphTest {

    @Test
    void branchesStandUnderEachOtherAndAJoinStandsToTheRightOfBoth() {
        StageGraph graph =
                new StageGraph(Map.of(1, Set.of(), 2, Set.of(1), 3, Set.of(1), 4, Set.of(3), 5, Set.of(2, 4)));

        assertThat(graph.cycle()).isEmpty();
        assertThat(graph.columns()).isEqualTo(Map.of(1, 0, 2, 1, 3, 1, 4, 2, 5, 3));
    }

    @Test
    void aCycleIsNamedInItsOrderWithoutThoseThatOnlyLeadToIt() {
        List<Integer> cycle = new StageGraph(Map.of(1, Set.of(3), 2, Set.of(1), 3, Set.of(2), 4, Set.of(3))).cycle();

        assertThat(cycle).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(cycle.get((cycle.indexOf(1) + 1) % 3)).isEqualTo(2);
    }

    @Test
    void onAnyGraphWhatIsNamedReallyIsACycleAndNothingIsMissed() {
        Random random = new Random(3);
        for (int graph = 0; graph < 300; graph++) {
            Map<Integer, Set<Integer>> after = new HashMap<>();
            int size = 1 + random.nextInt(9);
            for (int i = 1; i <= size; i++) {
                Set<Integer> before = new HashSet<>();
                for (int j = 1; j <= size; j++) {
                    if (i != j && random.nextDouble() < 0.15) {
                        before.add(j);
                    }
                }
                after.put(i, before);
            }
            List<Integer> cycle = new StageGraph(after).cycle();

            assertThat(cycle.isEmpty()).as("graph %s", after).isEqualTo(canBeWorkedOff(after));
            for (int i = 0; i < cycle.size(); i++) {
                assertThat(after.get(cycle.get((i + 1) % cycle.size())))
                        .as("graph %s", after)
                        .contains(cycle.get(i));
            }
        }
    }

    /** Takes away again and again what waits for nothing. */
    private static boolean canBeWorkedOff(Map<Integer, Set<Integer>> after) {
        Map<Integer, Set<Integer>> left = new HashMap<>(after);
        for (boolean moved = true; moved; ) {
            moved = left.keySet().removeIf(stage -> left.get(stage).stream().noneMatch(left::containsKey));
        }
        return left.isEmpty();
    }
}
