/** What people and callers are told when something is refused or breaks. */
@NullMarked
package cn.guatu.platform.failure;

import org.jspecify.annotations.NullMarked;
