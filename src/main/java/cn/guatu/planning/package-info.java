/** 分解: breaking the year down from targets to projects, responsibilities and nodes, and what follows when plans change. */
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
package cn.guatu.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
