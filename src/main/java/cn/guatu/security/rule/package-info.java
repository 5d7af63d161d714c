/** Policy of passwords and lock-out: pure, on one screen each. */
@NullMarked
package cn.guatu.security.rule;

import org.jspecify.annotations.NullMarked;
