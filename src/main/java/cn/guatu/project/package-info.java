/** Projects, phases, responsibilities, shares and nodes. */
@ApplicationModule(allowedDependencies = {"platform", "org", "security", "notification", "target"})
@NullMarked
package cn.guatu.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
