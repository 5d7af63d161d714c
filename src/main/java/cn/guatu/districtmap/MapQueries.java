package cn.guatu.districtmap;

import static cn.guatu.jooq.Tables.MAP_SHAPE;
import static cn.guatu.jooq.Tables.PROJECT;
import static cn.guatu.jooq.Tables.UNIT;

import cn.guatu.org.UnitId;
import cn.guatu.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.stereotype.Component;

/** Reads shapes, and what shapes can be of. */
@Component
class MapQueries {

    private final DSLContext sql;

    MapQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Every shape, streets in their order first. */
    List<MapShape> shapes() {
        List<MapShape> shapes = new ArrayList<>();
        sql.select(MAP_SHAPE.UNIT_ID, UNIT.NAME, MAP_SHAPE.GEOMETRY)
                .from(MAP_SHAPE)
                .join(UNIT)
                .on(UNIT.ID.eq(MAP_SHAPE.UNIT_ID))
                .orderBy(UNIT.SORT_ORDER, UNIT.NAME, UNIT.ID)
                .forEach(row ->
                        shapes.add(shape(new MapSubject.Street(new UnitId(row.value1()), row.value2()), row.value3())));
        sql.select(MAP_SHAPE.PROJECT_ID, PROJECT.CODE, MAP_SHAPE.GEOMETRY)
                .from(MAP_SHAPE)
                .join(PROJECT)
                .on(PROJECT.ID.eq(MAP_SHAPE.PROJECT_ID))
                .orderBy(PROJECT.CODE, PROJECT.ID)
                .forEach(row -> shapes.add(
                        shape(new MapSubject.Project(new ProjectId(row.value1()), row.value2()), row.value3())));
        return shapes;
    }

    /** Every project there is. */
    List<MapSubject.Project> projects() {
        return sql.select(PROJECT.ID, PROJECT.CODE)
                .from(PROJECT)
                .orderBy(PROJECT.ID)
                .fetch(row -> new MapSubject.Project(new ProjectId(row.value1()), row.value2()));
    }

    private static MapShape shape(MapSubject subject, String geometry) {
        try {
            return new MapShape(subject, new GeoJsonReader().read(geometry));
        } catch (ParseException e) {
            throw new IllegalStateException("shape of " + subject.name(), e);
        }
    }
}
