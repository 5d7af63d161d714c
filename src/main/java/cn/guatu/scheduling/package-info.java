/** The year's schedules on screen and where they come from: stage templates (阶段模板), files of MS Project, reserve (储备), working calendar. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "org",
            "security",
            "notification",
            "target",
            "project",
            "project :: schedule",
            "progress",
            "rollup",
            "rollup :: ui"
        })
@NullMarked
package cn.guatu.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
