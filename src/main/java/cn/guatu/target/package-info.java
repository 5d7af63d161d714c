/** Targets (指标) of a plan year: versions, allocation, 其中 and plan curves. */
@ApplicationModule(allowedDependencies = {"platform", "org", "security", "notification"})
@NullMarked
package cn.guatu.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
