package cn.guatu.wallboard;

import static cn.guatu.jooq.Tables.WALL;
import static cn.guatu.jooq.Tables.WALL_PAIRING;
import static cn.guatu.jooq.Tables.WALL_SCREEN;

import cn.guatu.security.Secrets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads screens and the codes that wait. */
@Repository
class ScreenQueries {

    /** A code that waits, or was confirmed: then it names the screen. */
    record Pairing(long id, @Nullable ScreenId screen, Instant expiresAt) {}

    private final DSLContext sql;

    ScreenQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<Screen> all() {
        return screens(DSL.noCondition());
    }

    Optional<Screen> withToken(String token) {
        return screens(WALL_SCREEN.TOKEN_HASH.eq(Secrets.hash(token))).stream().findFirst();
    }

    /** The walls of those that may read. */
    Map<ScreenId, WallId> active(Collection<ScreenId> ids) {
        return sql.select(WALL_SCREEN.ID, WALL_SCREEN.WALL_ID)
                .from(WALL_SCREEN)
                .where(WALL_SCREEN.ID.in(ids.stream().map(ScreenId::value).toList()))
                .and(WALL_SCREEN.REVOKED_AT.isNull())
                .fetchMap(row -> new ScreenId(row.value1()), row -> new WallId(row.value2()));
    }

    Optional<Pairing> withCode(String code) {
        return pairing(WALL_PAIRING.CODE.eq(code));
    }

    Optional<Pairing> withTicket(String ticket) {
        return pairing(WALL_PAIRING.TICKET_HASH.eq(Secrets.hash(ticket)));
    }

    int waiting(@Nullable String address, Instant now) {
        return sql.fetchCount(
                WALL_PAIRING,
                WALL_PAIRING
                        .EXPIRES_AT
                        .gt(now)
                        .and(address == null ? DSL.noCondition() : WALL_PAIRING.ADDRESS.eq(address)));
    }

    private Optional<Pairing> pairing(Condition which) {
        return sql.select(WALL_PAIRING.ID, WALL_PAIRING.SCREEN_ID, WALL_PAIRING.EXPIRES_AT)
                .from(WALL_PAIRING)
                .where(which)
                .fetchOptional(row -> {
                    Long screen = row.value2();
                    return new Pairing(row.value1(), screen == null ? null : new ScreenId(screen), row.value3());
                });
    }

    private List<Screen> screens(Condition which) {
        return sql.select(WALL_SCREEN.fields())
                .select(WALL.NAME)
                .from(WALL_SCREEN)
                .join(WALL)
                .on(WALL.ID.eq(WALL_SCREEN.WALL_ID))
                .where(which)
                .orderBy(WALL_SCREEN.REVOKED_AT.isNotNull(), WALL_SCREEN.NAME, WALL_SCREEN.ID)
                .fetch(row -> new Screen(
                        new ScreenId(row.get(WALL_SCREEN.ID)),
                        row.get(WALL_SCREEN.NAME),
                        new WallId(row.get(WALL_SCREEN.WALL_ID)),
                        row.get(WALL.NAME),
                        row.get(WALL_SCREEN.CANVAS),
                        row.get(WALL_SCREEN.ADDRESS),
                        row.get(WALL_SCREEN.PAIRED_AT),
                        row.get(WALL_SCREEN.PAIRED_BY),
                        row.get(WALL_SCREEN.LAST_SEEN_AT),
                        row.get(WALL_SCREEN.REVOKED_AT)));
    }
}
