package cn.guatu.org;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 代理: somebody stands in for somebody who is absent.
 *
 * @param id its identity
 * @param person who is absent
 * @param deputy who stands in; of the same unit
 * @param from the first day
 * @param to the last day
 * @param reason null when not given
 */
public record Deputy(
        long id,
        PersonId person,
        PersonId deputy,
        LocalDate from,
        LocalDate to,
        @Nullable String reason) {

    /** Whether he stands in on this day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
