/** 一张图: streets as areas and projects as points, coloured by how they stand; boundaries come as GeoJSON. */
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
            "rollup :: ui",
            "battlechart"
        })
@NullMarked
package cn.guatu.districtmap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
