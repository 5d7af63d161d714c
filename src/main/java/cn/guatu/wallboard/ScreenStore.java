package cn.guatu.wallboard;

import static cn.guatu.jooq.Tables.WALL_PAIRING;
import static cn.guatu.jooq.Tables.WALL_SCREEN;

import cn.guatu.security.Secrets;
import java.time.Instant;
import java.util.Collection;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes screens and the codes that wait. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ScreenStore {

    private final DSLContext sql;

    ScreenStore(DSLContext sql) {
        this.sql = sql;
    }

    void ask(String code, String ticket, String address, Instant at, Instant expiresAt) {
        sql.deleteFrom(WALL_PAIRING).where(WALL_PAIRING.EXPIRES_AT.lt(at)).execute();
        sql.insertInto(WALL_PAIRING)
                .set(WALL_PAIRING.CODE, code)
                .set(WALL_PAIRING.TICKET_HASH, Secrets.hash(ticket))
                .set(WALL_PAIRING.ADDRESS, address)
                .set(WALL_PAIRING.ASKED_AT, at)
                .set(WALL_PAIRING.EXPIRES_AT, expiresAt)
                .execute();
    }

    ScreenId insert(String name, WallId wall, Instant at, String by) {
        Long id = sql.insertInto(WALL_SCREEN)
                .set(WALL_SCREEN.NAME, name)
                .set(WALL_SCREEN.WALL_ID, wall.value())
                .set(WALL_SCREEN.PAIRED_AT, at)
                .set(WALL_SCREEN.PAIRED_BY, by)
                .returningResult(WALL_SCREEN.ID)
                .fetchSingle()
                .value1();
        return new ScreenId(id);
    }

    /** @return false when another administrator confirmed the code first */
    boolean confirm(long pairing, ScreenId screen) {
        return sql.update(WALL_PAIRING)
                        .set(WALL_PAIRING.SCREEN_ID, screen.value())
                        .where(WALL_PAIRING.ID.eq(pairing))
                        .and(WALL_PAIRING.SCREEN_ID.isNull())
                        .execute()
                == 1;
    }

    /** Gives the screen its token and ends the code: it can be claimed once. @return false when it was claimed or revoked */
    boolean claim(long pairing, ScreenId screen, String token) {
        boolean first =
                sql.deleteFrom(WALL_PAIRING).where(WALL_PAIRING.ID.eq(pairing)).execute() == 1;
        return first
                && sql.update(WALL_SCREEN)
                                .set(WALL_SCREEN.TOKEN_HASH, Secrets.hash(token))
                                .where(WALL_SCREEN.ID.eq(screen.value()))
                                .and(WALL_SCREEN.TOKEN_HASH.isNull())
                                .and(WALL_SCREEN.REVOKED_AT.isNull())
                                .execute()
                        == 1;
    }

    void assign(ScreenId screen, String name, WallId wall) {
        sql.update(WALL_SCREEN)
                .set(WALL_SCREEN.NAME, name)
                .set(WALL_SCREEN.WALL_ID, wall.value())
                .where(WALL_SCREEN.ID.eq(screen.value()))
                .execute();
    }

    /** @return false when it was revoked already */
    boolean revoke(ScreenId screen, Instant at) {
        return sql.update(WALL_SCREEN)
                        .set(WALL_SCREEN.REVOKED_AT, at)
                        .where(WALL_SCREEN.ID.eq(screen.value()))
                        .and(WALL_SCREEN.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    void came(ScreenId screen, String canvas, String address, Instant at) {
        sql.update(WALL_SCREEN)
                .set(WALL_SCREEN.CANVAS, canvas)
                .set(WALL_SCREEN.ADDRESS, address)
                .set(WALL_SCREEN.LAST_SEEN_AT, at)
                .where(WALL_SCREEN.ID.eq(screen.value()))
                .execute();
    }

    void seen(Collection<ScreenId> screens, Instant at) {
        sql.update(WALL_SCREEN)
                .set(WALL_SCREEN.LAST_SEEN_AT, at)
                .where(WALL_SCREEN.ID.in(screens.stream().map(ScreenId::value).toList()))
                .execute();
    }
}
