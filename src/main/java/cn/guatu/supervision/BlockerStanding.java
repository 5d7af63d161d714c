package cn.guatu.supervision;

import cn.guatu.org.PersonId;
import cn.guatu.project.NodeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a blocker stands on its way to being solved; the workbook does not say this.
 *
 * @param node the node of the phase that it holds up; null: the whole phase
 * @param owner who sees to it; null when nobody was named
 * @param tier who it has been brought to
 * @param tierSince since when; the response clock of the tier starts here
 * @param answeredOn when that tier answered; null: not yet
 * @param resolvedOn when it was reported solved; null: it is not
 * @param closedOn when that was verified (销号); null: it is not
 * @param reopened how often it was opened again (回头看)
 */
public record BlockerStanding(
        @Nullable NodeId node,
        @Nullable PersonId owner,
        BlockerTier tier,
        LocalDate tierSince,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate resolvedOn,
        @Nullable LocalDate closedOn,
        int reopened) {}
