/** 按月评估: the month that closes, its scores, its snapshot. */
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
            "rollup :: ui",
            "supervision"
        })
@NullMarked
package cn.guatu.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
