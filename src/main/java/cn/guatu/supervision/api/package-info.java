/** Projects with everything that hangs on them over HTTP (api.md). */
@NullMarked
package cn.guatu.supervision.api;

import org.jspecify.annotations.NullMarked;
