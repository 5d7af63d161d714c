/** What time it is for the business, which days are worked and which week is reported. */
@NullMarked
package cn.guatu.platform.time;

import org.jspecify.annotations.NullMarked;
