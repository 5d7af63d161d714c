package cn.guatu.project.schedule;

import static cn.guatu.project.schedule.Slow.CALENDAR;
import static cn.guatu.project.schedule.Slow.day;
import static cn.guatu.project.schedule.Slow.task;
import static cn.guatu.project.schedule.Slow.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.project.NodeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What-if: what follows when a node is moved. */
class RippleTest {

    private static final NodeId FIRST = new NodeId(1);
    private static final NodeId SECOND = new NodeId(2);
    private static final NodeId THIRD = new NodeId(3);

    @Test
    void successorsWithTooLittleTimeLeftAreMovedAndOthersStay() {
        // 2 needs five working days after 1, 3 has plenty.
        Ripple ripple = move(
                List.of(task(1, 1, day(3, 3)), task(2, 5, day(3, 10), 1), task(3, 1, day(6, 30), 2)), FIRST, day(3, 6));

        assertThat(ripple.moves())
                .containsExactly(
                        Map.entry(FIRST, new Ripple.Move(day(3, 3), day(3, 6), true)),
                        Map.entry(SECOND, new Ripple.Move(day(3, 10), day(3, 13), false)));
        assertThat(ripple.squeezed()).isEmpty();
    }

    @Test
    void aDayOffMeansTheWorkingDayBefore() {
        Ripple ripple = move(List.of(task(1, 1, day(3, 3))), FIRST, day(3, 8));

        assertThat(ripple.moves().get(FIRST).becomes()).isEqualTo(day(3, 6));
    }

    @Test
    void aPinnedSuccessorStaysAndSaysHowManyDaysAreMissing() {
        Task pinned = with(task(2, 5, day(3, 10), 1), new Terms(day(3, 10), List.of(), null, 1));
        Ripple ripple = move(List.of(task(1, 1, day(3, 3)), pinned), FIRST, day(3, 6));

        assertThat(ripple.moves()).containsOnlyKeys(FIRST);
        assertThat(ripple.squeezed()).containsExactly(new Ripple.Squeezed(SECOND, "节点2", day(3, 13), 3));
    }

    @Test
    void whatIsDoneNeverMoves() {
        Task done = with(task(1, 1, day(3, 3)), new Terms(null, List.of(), day(3, 2), 1));

        assertThat(move(List.of(done), FIRST, day(4, 1)).moves()).isEmpty();
    }

    @Test
    void aNodeThatIsPutBeforeItsPredecessorAllowsStaysWhereItIsWantedAndSaysSo() {
        Ripple ripple = move(List.of(task(1, 1, day(3, 10)), task(2, 5, day(3, 31), 1)), SECOND, day(3, 12));

        assertThat(ripple.moves().get(SECOND).becomes()).isEqualTo(day(3, 12));
        assertThat(ripple.squeezed()).containsExactly(new Ripple.Squeezed(SECOND, "节点2", day(3, 17), 3));
    }

    @Test
    void whatWasTooTightBeforeIsLeftAloneWhenNothingBeforeItMoves() {
        Ripple ripple = move(
                List.of(task(1, 1, day(3, 10)), task(2, 5, day(3, 11), 1), task(3, 1, day(3, 20))), THIRD, day(3, 23));

        assertThat(ripple.moves()).containsOnlyKeys(THIRD);
    }

    private static Ripple move(List<Task> tasks, NodeId node, LocalDate to) {
        return Ripple.of(tasks, CALENDAR, Map.of(node, to));
    }
}
