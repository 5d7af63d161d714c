/** The recognition ledger (计入) and the monthly totals that follow it. */
@ApplicationModule(allowedDependencies = {"platform", "org", "security", "notification", "target", "project"})
@NullMarked
package cn.guatu.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
