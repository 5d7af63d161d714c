/** The frame around every page: menu, header, error pages. What is inside comes from the features' annotations. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "security"})
package cn.guatu.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
