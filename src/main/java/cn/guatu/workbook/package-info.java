/** The annual plan as a workbook (一张表), in and out. */
@ApplicationModule(
        allowedDependencies = {"platform", "org", "security", "target", "project", "progress", "rollup", "supervision"})
@NullMarked
package cn.guatu.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
