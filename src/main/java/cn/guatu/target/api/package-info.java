/** Versions of targets over HTTP (rulings, Also in the interface). */
@NullMarked
package cn.guatu.target.api;

import org.jspecify.annotations.NullMarked;
