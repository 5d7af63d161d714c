/** Periodic work run by hand over HTTP (api.md). */
@NullMarked
package cn.guatu.operations.api;

import org.jspecify.annotations.NullMarked;
