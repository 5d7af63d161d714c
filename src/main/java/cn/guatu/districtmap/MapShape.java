package cn.guatu.districtmap;

import org.locationtech.jts.geom.Geometry;

/**
 * Where something lies.
 *
 * @param subject street or project
 * @param geometry longitude and latitude in degrees, WGS84 or CGCS2000: on a map of a district they are the same
 */
public record MapShape(MapSubject subject, Geometry geometry) {}
