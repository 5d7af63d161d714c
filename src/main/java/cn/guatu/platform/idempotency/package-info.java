/** What was asked with an Idempotency-Key is done once, however often it is asked. */
@NullMarked
package cn.guatu.platform.idempotency;

import org.jspecify.annotations.NullMarked;
