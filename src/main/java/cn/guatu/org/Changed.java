package cn.guatu.org;

import org.jspecify.annotations.Nullable;

/**
 * Something of the business was changed. Published in the transaction that changes it: listen with
 * {@code @TransactionalEventListener}, which is called after the commit.
 *
 * @param seq the row of the change log
 * @param planYear the year that changed; null when units, people or the calendar did
 */
public record Changed(long seq, @Nullable Integer planYear) {}
