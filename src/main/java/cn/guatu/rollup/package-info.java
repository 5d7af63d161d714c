/** The one place where completion is worked out, by target, street and department, as of any date. */
@ApplicationModule(
        allowedDependencies = {"platform", "org", "security", "target", "project", "project :: schedule", "progress"})
@NullMarked
package cn.guatu.rollup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
