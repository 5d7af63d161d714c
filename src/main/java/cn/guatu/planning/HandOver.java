package cn.guatu.planning;

import cn.guatu.org.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over that was made.
 *
 * @param id its identity
 * @param year the plan year
 * @param from who gave
 * @param to who took
 * @param toName his name
 * @param effectiveFrom 生效日期
 * @param reason null when not given
 * @param actor the account that recorded it
 * @param recordedAt when
 * @param items how many phases and nodes were moved
 * @param undoneBy who took it back; null while it stands
 */
public record HandOver(
        long id,
        int year,
        String from,
        PersonId to,
        String toName,
        LocalDate effectiveFrom,
        @Nullable String reason,
        String actor,
        Instant recordedAt,
        int items,
        @Nullable String undoneBy) {}
