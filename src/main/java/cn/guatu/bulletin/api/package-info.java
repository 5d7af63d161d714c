/** The 通报 over HTTP. */
@NullMarked
package cn.guatu.bulletin.api;

import org.jspecify.annotations.NullMarked;
