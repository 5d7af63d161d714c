package cn.guatu.wallboard;

import static cn.guatu.jooq.Tables.WALL;
import static cn.guatu.jooq.Tables.WALL_PAGE;
import static cn.guatu.jooq.Tables.WALL_SCREEN;

import cn.guatu.org.UnitId;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads walls. */
@Repository
class WallQueries {

    private final DSLContext sql;

    WallQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<Wall> all() {
        return walls(DSL.noCondition());
    }

    Optional<Wall> find(WallId id) {
        return walls(WALL.ID.eq(id.value())).stream().findFirst();
    }

    Optional<WallLogo> logo(String hash) {
        return sql.select(WALL.LOGO_TYPE, WALL.LOGO)
                .from(WALL)
                .where(WALL.LOGO_HASH.eq(hash))
                .limit(1)
                .fetchOptional(row -> new WallLogo(row.value1(), row.value2()));
    }

    boolean nameTaken(String nameKey, @Nullable WallId except) {
        return sql.fetchExists(WALL, WALL.NAME_KEY.eq(nameKey).and(WALL.ID.ne(except == null ? 0 : except.value())));
    }

    boolean hasScreens(WallId id) {
        return sql.fetchExists(WALL_SCREEN, WALL_SCREEN.WALL_ID.eq(id.value()).and(WALL_SCREEN.REVOKED_AT.isNull()));
    }

    private List<Wall> walls(Condition which) {
        Map<Long, List<WallPlace>> places = sql.select(WALL_PAGE.fields())
                .from(WALL_PAGE)
                .join(WALL)
                .on(WALL.ID.eq(WALL_PAGE.WALL_ID))
                .where(which)
                .orderBy(WALL_PAGE.WALL_ID, WALL_PAGE.PLACE)
                .fetchGroups(
                        WALL_PAGE.WALL_ID,
                        row -> new WallPlace(
                                row.get(WALL_PAGE.KIND),
                                row.get(WALL_PAGE.DWELL_SECONDS),
                                time(row.get(WALL_PAGE.SHOWN_FROM)),
                                time(row.get(WALL_PAGE.SHOWN_UNTIL))));
        return sql.select(
                        WALL.ID,
                        WALL.NAME,
                        WALL.TITLE,
                        WALL.SCOPE_KIND,
                        WALL.SCOPE_UNIT_ID,
                        WALL.PLAN_YEAR,
                        WALL.LOGO_HASH,
                        WALL.VERSION)
                .from(WALL)
                .where(which)
                .orderBy(WALL.NAME_KEY, WALL.ID)
                .fetch(row -> {
                    Long unit = row.get(WALL.SCOPE_UNIT_ID);
                    Short year = row.get(WALL.PLAN_YEAR);
                    return new Wall(
                            new WallId(row.get(WALL.ID)),
                            row.get(WALL.NAME),
                            row.get(WALL.TITLE),
                            new WallScope(
                                    WallScope.Kind.valueOf(row.get(WALL.SCOPE_KIND)),
                                    unit == null ? null : new UnitId(unit)),
                            year == null ? null : year.intValue(),
                            places.getOrDefault(row.get(WALL.ID), List.of()),
                            row.get(WALL.LOGO_HASH),
                            row.get(WALL.VERSION));
                });
    }

    private static @Nullable LocalTime time(@Nullable Short minutes) {
        return minutes == null ? null : LocalTime.ofSecondOfDay(minutes * 60L);
    }
}
