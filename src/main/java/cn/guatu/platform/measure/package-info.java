/** Units of measure and the exact quantities that are kept in them (semantics §3). */
@NullMarked
package cn.guatu.platform.measure;

import org.jspecify.annotations.NullMarked;
