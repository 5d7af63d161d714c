/** Streets, departments, task forces and people: who answers for what. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package cn.guatu.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
