package cn.guatu.supervision;

import cn.guatu.platform.time.WorkCalendar;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Within how many working days each tier answers (semantics §14), and what follows when it does not.
 *
 * @param responseDays a number for every tier, 1–60
 */
public record BlockerClocks(Map<BlockerTier, Integer> responseDays) {

    private static final Map<BlockerTier, Integer> DEFAULTS =
            Map.of(BlockerTier.DEPARTMENT, 5, BlockerTier.TASK_FORCE, 5, BlockerTier.HEADQUARTERS, 3);

    /** Fills what is not set with the defaults: 科室 5, 专班 5, 指挥部 3. */
    public BlockerClocks {
        Map<BlockerTier, Integer> all = new EnumMap<>(DEFAULTS);
        all.putAll(responseDays);
        responseDays = Map.copyOf(all);
    }

    /** The working days of a tier. */
    public int days(BlockerTier tier) {
        return Objects.requireNonNull(responseDays.get(tier));
    }

    /** The last day on which the tier of an open blocker can answer in time; empty once it has answered or nothing is open. */
    public Optional<LocalDate> answerBy(Blocker blocker, WorkCalendar calendar) {
        BlockerStanding standing = blocker.standing();
        return blocker.isOpen() && standing.answeredOn() == null
                ? Optional.of(calendar.plusWorkingDays(standing.tierSince(), days(standing.tier())))
                : Optional.empty();
    }

    /**
     * Why an open blocker goes up a tier by itself; empty when it stays. It goes up when its tier has not answered in time, and when an
     * answered one is not solved so many working days after its due date or, if later, after it came to this tier.
     */
    public Optional<String> reasonToGoUp(Blocker blocker, WorkCalendar calendar, LocalDate today) {
        BlockerTier tier = blocker.standing().tier();
        if (!blocker.isOpen() || tier.above().isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> answerBy = answerBy(blocker, calendar);
        if (answerBy.isPresent()) {
            return answerBy.get().isBefore(today)
                    ? Optional.of(tier.label() + days(tier) + "个工作日内未回应")
                    : Optional.empty();
        }
        LocalDate due = blocker.due();
        if (due == null) {
            return Optional.empty();
        }
        LocalDate from = due.isAfter(blocker.standing().tierSince())
                ? due
                : blocker.standing().tierSince();
        return calendar.plusWorkingDays(from, days(tier)).isBefore(today)
                ? Optional.of("要求解决日期已过" + days(tier) + "个工作日仍未解决")
                : Optional.empty();
    }
}
