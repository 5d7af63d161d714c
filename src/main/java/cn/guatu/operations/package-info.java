/** Keeping the product running: periodic work seen, run by hand, halted and resumed, and what the watchdog mended. */
@ApplicationModule(allowedDependencies = {"platform", "org", "security"})
@NullMarked
package cn.guatu.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
