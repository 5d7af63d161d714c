/** When people are left in peace, how long to wait before trying again, and what a digest says; without a framework. */
@NullMarked
package cn.guatu.notification.rule;

import org.jspecify.annotations.NullMarked;
