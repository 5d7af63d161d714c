/** The ground that every feature stands on: time, persistence, failure and small pieces of screen. It knows no feature. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package cn.guatu.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
