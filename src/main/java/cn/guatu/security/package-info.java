/** Sign-in, roles, the data scope of a person, tokens and the audit trail. */
@ApplicationModule(allowedDependencies = {"platform", "org"})
@NullMarked
package cn.guatu.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
