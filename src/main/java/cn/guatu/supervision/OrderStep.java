package cn.guatu.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a 督办单.
 *
 * @param action what
 * @param remark what was said; null when nothing
 * @param actor who: an account or a name of the system
 * @param at when
 */
public record OrderStep(OrderAction action, @Nullable String remark, String actor, Instant at) {}
