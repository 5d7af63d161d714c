/** Proves the policy of passwords and lock-out. */
@NullMarked
package cn.guatu.security.rule;

import org.jspecify.annotations.NullMarked;
