/** The wall (挂图): one shared snapshot a scope, its feed and its screens. */
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
            "assessment",
            "bulletin",
            "battlechart",
            "districtmap"
        })
@NullMarked
package cn.guatu.wallboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
