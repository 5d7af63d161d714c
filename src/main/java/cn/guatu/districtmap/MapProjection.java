package cn.guatu.districtmap;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Degrees on a flat sheet: a district is so small that length and width at its middle are enough. */
final class MapProjection {

    static final double WIDTH = 1000;

    private static final double RIM = 20;

    /** Wider maps than this leave too little height for names. */
    private static final double MOST_HEIGHT = 1000;

    private final double west;
    private final double north;
    private final double squeeze;
    private final double scale;
    private final double left;
    private final double height;

    MapProjection(Envelope box) {
        west = box.getMinX();
        north = box.getMaxY();
        squeeze = Math.cos(Math.toRadians(box.centre().y));
        double across = Math.max(1e-9, box.getWidth() * squeeze);
        double down = Math.max(1e-9, box.getHeight());
        scale = Math.min((WIDTH - 2 * RIM) / across, (MOST_HEIGHT - 2 * RIM) / down);
        left = (WIDTH - across * scale) / 2;
        height = down * scale + 2 * RIM;
    }

    double height() {
        return height;
    }

    double x(Coordinate place) {
        return left + (place.x - west) * squeeze * scale;
    }

    double y(Coordinate place) {
        return RIM + (north - place.y) * scale;
    }

    /** The outline of areas as an SVG path; empty for points and lines. */
    String path(Geometry geometry) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                ring(path, polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(path, polygon.getInteriorRingN(hole).getCoordinates());
                }
            }
        }
        return path.toString();
    }

    /** Where the label of a shape stands: inside it. */
    static Coordinate label(Geometry geometry) {
        return geometry.getDimension() < 2 || !geometry.isValid()
                ? geometry.getCentroid().getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
    }

    /** A tile, for streets without boundaries: its corners as those of a shape, because words are placed between them. */
    static String tile(double x, double y, double side) {
        return String.format(
                Locale.ROOT,
                "M%.1f %.1fL%.1f %.1fL%.1f %.1fL%.1f %.1fZ",
                x,
                y,
                x + side,
                y,
                x + side,
                y + side,
                x,
                y + side);
    }

    /** An empty geometry stands nowhere. */
    static Envelope around(Iterable<MapShape> shapes) {
        Envelope box = new Envelope();
        shapes.forEach(shape -> box.expandToInclude(shape.geometry().getEnvelopeInternal()));
        return box.isNull()
                ? new GeometryFactory().createPoint(new Coordinate(114, 22.7)).getEnvelopeInternal()
                : box;
    }

    private void ring(StringBuilder path, Coordinate[] places) {
        for (int i = 0; i < places.length - 1; i++) {
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(places[i]), y(places[i])));
        }
        path.append('Z');
    }
}
