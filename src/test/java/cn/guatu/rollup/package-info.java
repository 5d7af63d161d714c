/** Figures on a real server, compared with an oracle that shares no code with the product. */
@NullMarked
package cn.guatu.rollup;

import org.jspecify.annotations.NullMarked;
