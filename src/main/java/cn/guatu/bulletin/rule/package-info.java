/** What documents say, as arithmetic and wording: no framework, no clock, no database. */
@NullMarked
package cn.guatu.bulletin.rule;

import org.jspecify.annotations.NullMarked;
