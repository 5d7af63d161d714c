/** Proves who gets in, who sees what, and that the trail of it holds. */
@NullMarked
package cn.guatu.security;

import org.jspecify.annotations.NullMarked;
