/** Work that belongs to a period and is done once in it: the doorbell, the claim on the period, catching up, and the watchdog. */
@NullMarked
package cn.guatu.platform.schedule;

import org.jspecify.annotations.NullMarked;
