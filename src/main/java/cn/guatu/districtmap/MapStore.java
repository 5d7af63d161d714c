package cn.guatu.districtmap;

import static cn.guatu.jooq.Tables.MAP_SHAPE;

import cn.guatu.platform.persistence.Recording;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes shapes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MapStore {

    private final DSLContext sql;

    MapStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Puts these shapes in the place of those of the same streets and projects. */
    void replace(Map<MapSubject, String> shapes, Recording how) {
        remove(shapes.keySet());
        sql.batch(shapes.entrySet().stream()
                        .map(shape -> sql.insertInto(MAP_SHAPE)
                                .set(
                                        MAP_SHAPE.UNIT_ID,
                                        shape.getKey() instanceof MapSubject.Street street
                                                ? street.id().value()
                                                : null)
                                .set(
                                        MAP_SHAPE.PROJECT_ID,
                                        shape.getKey() instanceof MapSubject.Project project
                                                ? project.id().value()
                                                : null)
                                .set(MAP_SHAPE.GEOMETRY, shape.getValue())
                                .set(MAP_SHAPE.RECORDED_BY, how.actor())
                                .set(MAP_SHAPE.RECORDED_AT, how.at()))
                        .toList())
                .execute();
    }

    /** Takes the shapes of these away. */
    void remove(Collection<MapSubject> subjects) {
        sql.deleteFrom(MAP_SHAPE)
                .where(MAP_SHAPE.UNIT_ID.in(subjects.stream()
                        .filter(MapSubject.Street.class::isInstance)
                        .map(each -> ((MapSubject.Street) each).id().value())
                        .toList()))
                .or(MAP_SHAPE.PROJECT_ID.in(subjects.stream()
                        .filter(MapSubject.Project.class::isInstance)
                        .map(each -> ((MapSubject.Project) each).id().value())
                        .toList()))
                .execute();
    }

    /** Takes all shapes away. */
    int removeAll() {
        return sql.deleteFrom(MAP_SHAPE).execute();
    }
}
