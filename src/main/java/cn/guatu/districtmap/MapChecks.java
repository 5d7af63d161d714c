package cn.guatu.districtmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What can be wrong with shapes: order of coordinates, projection, place, self-crossing, overlap. */
final class MapChecks {

    /** China in degrees, generously. */
    private static final Envelope CHINA = new Envelope(73, 136, 3, 54);

    /** A district is smaller than this many degrees. */
    private static final double DISTRICT = 1.5;

    /** This much of a street may lie in another one: boundaries are drawn by hand. */
    private static final double OVERLAP = 0.01;

    private MapChecks() {}

    static List<MapProblem> of(List<MapShape> shapes) {
        List<MapProblem> problems = new ArrayList<>();
        @Nullable MapProblem order = order(shapes);
        if (order != null) {
            problems.add(order);
            return problems;
        }
        for (MapShape shape : shapes) {
            problems.addAll(alone(shape));
        }
        if (problems.isEmpty()) {
            problems.addAll(together(shapes));
        }
        return problems;
    }

    /** Where everything is at the wrong place in the same way, one sentence is enough. */
    private static @Nullable MapProblem order(List<MapShape> shapes) {
        Envelope all = new Envelope();
        shapes.forEach(shape -> all.expandToInclude(shape.geometry().getEnvelopeInternal()));
        if (all.isNull()) {
            return null;
        }
        Coordinate middle = all.centre();
        if (!CHINA.contains(middle) && CHINA.contains(new Coordinate(middle.y, middle.x))) {
            return new MapProblem(
                    true, "坐标顺序像是“纬度,经度”," + written(middle) + " 落到了国外。请勾选“文件里纬度在前”后看预览,确认位置正确再采用。", middle);
        }
        if (Math.abs(middle.x) > 180 || Math.abs(middle.y) > 90) {
            return new MapProblem(
                    true, "坐标 " + written(middle) + " 不是经纬度,像是投影坐标(米)。请导出为 WGS84 或 CGCS2000 经纬度再上传。", middle);
        }
        return null;
    }

    private static List<MapProblem> alone(MapShape shape) {
        List<MapProblem> problems = new ArrayList<>();
        Geometry geometry = shape.geometry();
        String name = shape.subject().name();
        if (geometry.isEmpty()) {
            problems.add(new MapProblem(true, name + " 的图形是空的。", null));
            return problems;
        }
        if (shape.subject() instanceof MapSubject.Street && geometry.getDimension() < 2) {
            problems.add(new MapProblem(
                    true, name + " 应是面(Polygon),文件里却是" + (geometry.getDimension() == 0 ? "点。" : "线。"), at(geometry)));
        }
        if (!CHINA.contains(geometry.getEnvelopeInternal())) {
            problems.add(
                    new MapProblem(true, name + " 的坐标 " + written(at(geometry)) + " 不在中国范围内,请检查坐标。", at(geometry)));
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            problems.add(new MapProblem(
                    true,
                    name + " 的边界在 " + written(error.getCoordinate()) + " 附近自相交或不闭合。请在制图软件中修正(例如“修复几何”)再上传。",
                    error.getCoordinate()));
        }
        return problems;
    }

    private static List<MapProblem> together(List<MapShape> shapes) {
        List<MapProblem> problems = new ArrayList<>();
        List<MapShape> streets = shapes.stream()
                .filter(shape -> shape.subject() instanceof MapSubject.Street)
                .toList();
        for (MapShape street : streets) {
            Coordinate middle = at(street.geometry());
            long near = streets.stream()
                    .filter(other -> at(other.geometry()).distance(middle) < DISTRICT)
                    .count();
            if (near * 2 <= streets.size()) {
                problems.add(new MapProblem(
                        true, street.subject().name() + " 离其他街道太远(" + written(middle) + "),不在本区范围,请检查坐标。", middle));
            }
        }
        problems.addAll(overlaps(streets));
        if (!streets.isEmpty() && problems.stream().noneMatch(MapProblem::serious)) {
            problems.addAll(outside(shapes, streets));
        }
        return problems;
    }

    private static List<MapProblem> overlaps(List<MapShape> streets) {
        List<MapProblem> problems = new ArrayList<>();
        for (int i = 0; i < streets.size(); i++) {
            for (int j = i + 1; j < streets.size(); j++) {
                Geometry one = streets.get(i).geometry();
                Geometry other = streets.get(j).geometry();
                if (one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
                    Geometry common = one.intersection(other);
                    if (common.getArea() > OVERLAP * Math.min(one.getArea(), other.getArea())) {
                        problems.add(new MapProblem(
                                false,
                                streets.get(i).subject().name() + " 与 "
                                        + streets.get(j).subject().name() + " 的边界有重叠。",
                                at(common)));
                    }
                }
            }
        }
        return problems;
    }

    private static List<MapProblem> outside(List<MapShape> shapes, List<MapShape> streets) {
        Geometry district =
                UnaryUnionOp.union(streets.stream().map(MapShape::geometry).toList());
        return shapes.stream()
                .filter(shape -> shape.subject() instanceof MapSubject.Project)
                .filter(shape -> !district.intersects(shape.geometry()))
                .map(shape -> new MapProblem(
                        false,
                        "项目 " + shape.subject().name() + " 的位置 " + written(at(shape.geometry())) + " 不在任何街道内,请核对。",
                        at(shape.geometry())))
                .toList();
    }

    private static Coordinate at(Geometry geometry) {
        return geometry.getCentroid().getCoordinate();
    }

    private static String written(Coordinate place) {
        return String.format(Locale.ROOT, "(%.4f, %.4f)", place.x, place.y);
    }
}
