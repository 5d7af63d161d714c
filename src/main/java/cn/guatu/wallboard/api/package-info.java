/** The wall's snapshot and its events over HTTP. */
@NullMarked
package cn.guatu.wallboard.api;

import org.jspecify.annotations.NullMarked;
