/** What the ladder does when, and how long an order has: policy without a framework. */
@NullMarked
package cn.guatu.supervision.rule;

import org.jspecify.annotations.NullMarked;
