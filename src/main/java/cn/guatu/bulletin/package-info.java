/** 通报 and scorecards as documents, and the analysis behind them. */
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
            "supervision",
            "assessment"
        })
@NullMarked
package cn.guatu.bulletin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
