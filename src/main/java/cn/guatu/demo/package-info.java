/** The demonstration year: a made-up district, generated from a seed, loaded through the same import as a bureau's own workbook. */
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
            "scheduling",
            "supervision",
            "assessment",
            "bulletin",
            "battlechart",
            "districtmap",
            "wallboard",
            "workbook"
        })
@NullMarked
package cn.guatu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
