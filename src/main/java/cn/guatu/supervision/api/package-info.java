/** Projects with everything that hangs on them over HTTP (api.md), and the calls that are not built yet. */
@NullMarked
package cn.guatu.supervision.api;

import org.jspecify.annotations.NullMarked;
