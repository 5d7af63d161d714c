/** 作战图: the year on one picture, projects against time, on screen and on paper. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "org",
            "security",
            "target",
            "project",
            "project :: schedule",
            "progress",
            "rollup",
            "rollup :: ui"
        })
@NullMarked
package cn.guatu.battlechart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
