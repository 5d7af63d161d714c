/** Meeting decisions (议定事项) and blockers (堵点). */
@ApplicationModule(allowedDependencies = {"platform", "org", "security", "target", "project", "progress", "rollup"})
@NullMarked
package cn.guatu.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
