/** 每周督办: the ladder, 督办单, 催办 and 批示; meeting decisions (议定事项) and blockers (堵点). */
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
package cn.guatu.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
