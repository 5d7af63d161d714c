/** When people are left in peace, what a digest says and how a robot wants to be spoken to; without a framework. */
@NullMarked
package cn.guatu.notification.rule;

import org.jspecify.annotations.NullMarked;
