package cn.guatu.districtmap;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Something wrong with an uploaded map.
 *
 * @param serious whether the map cannot be taken as it is
 * @param sentence what is wrong and what to do, in Chinese
 * @param where the place, for the preview; null when it is not at a place
 */
public record MapProblem(
        boolean serious, String sentence, @Nullable Coordinate where) {}
