package cn.guatu.wallboard;

import static cn.guatu.jooq.Tables.WALL;
import static cn.guatu.jooq.Tables.WALL_PAGE;
import static cn.guatu.jooq.Tables.WALL_SCREEN;

import cn.guatu.jooq.tables.records.WallRecord;
import cn.guatu.org.NameKey;
import cn.guatu.org.UnitId;
import java.time.LocalTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes walls. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WallStore {

    private final DSLContext sql;

    WallStore(DSLContext sql) {
        this.sql = sql;
    }

    WallId insert(Wall wall) {
        Long id = sql.insertInto(WALL)
                .set(columns(wall))
                .set(WALL.VERSION, 1)
                .returningResult(WALL.ID)
                .fetchSingle()
                .value1();
        return new WallId(id);
    }

    /** @return false when somebody changed it meanwhile */
    boolean update(WallId id, Wall wall) {
        return sql.update(WALL)
                        .set(columns(wall))
                        .set(WALL.VERSION, wall.version() + 1)
                        .where(WALL.ID.eq(id.value()))
                        .and(WALL.VERSION.eq(wall.version()))
                        .execute()
                == 1;
    }

    void places(WallId id, List<WallPlace> places) {
        sql.deleteFrom(WALL_PAGE).where(WALL_PAGE.WALL_ID.eq(id.value())).execute();
        var insert = sql.insertInto(
                WALL_PAGE,
                WALL_PAGE.WALL_ID,
                WALL_PAGE.PLACE,
                WALL_PAGE.KIND,
                WALL_PAGE.DWELL_SECONDS,
                WALL_PAGE.SHOWN_FROM,
                WALL_PAGE.SHOWN_UNTIL);
        int place = 0;
        for (WallPlace each : places) {
            insert = insert.values(
                    id.value(), place++, each.kind(), each.dwell(), minutes(each.from()), minutes(each.until()));
        }
        insert.execute();
    }

    void logo(WallId id, @Nullable WallLogo logo) {
        sql.update(WALL)
                .set(WALL.LOGO_TYPE, logo == null ? null : logo.type())
                .set(WALL.LOGO, logo == null ? null : logo.content())
                .set(WALL.LOGO_HASH, logo == null ? null : logo.hash())
                .set(WALL.VERSION, WALL.VERSION.plus(1))
                .where(WALL.ID.eq(id.value()))
                .execute();
    }

    /** With the screens that were revoked; the caller has seen to it that none is left that reads. */
    boolean remove(WallId id) {
        sql.deleteFrom(WALL_SCREEN)
                .where(WALL_SCREEN.WALL_ID.eq(id.value()))
                .and(WALL_SCREEN.REVOKED_AT.isNotNull())
                .execute();
        return sql.deleteFrom(WALL).where(WALL.ID.eq(id.value())).execute() == 1;
    }

    private static WallRecord columns(Wall wall) {
        UnitId unit = wall.scope().unit();
        Integer year = wall.year();
        WallRecord row = new WallRecord();
        row.setName(wall.name());
        row.setNameKey(NameKey.of(wall.name()));
        row.setTitle(wall.title());
        row.setScopeKind(wall.scope().kind().name());
        row.setScopeUnitId(unit == null ? null : unit.value());
        row.setPlanYear(year == null ? null : year.shortValue());
        return row;
    }

    private static @Nullable Short minutes(@Nullable LocalTime time) {
        return time == null ? null : (short) (time.toSecondOfDay() / 60);
    }
}
