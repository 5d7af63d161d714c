package cn.guatu.notification;

import static cn.guatu.jooq.Tables.NOTICE_CHOICE;
import static cn.guatu.jooq.Tables.NOTICE_ROBOT;
import static cn.guatu.jooq.Tables.NOTICE_SETTING;

import cn.guatu.notification.rule.QuietHours;
import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.security.SealedSecrets;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads settings, choices and robots. */
@Repository
class NoticeSettingsQueries {

    private final DSLContext sql;
    private final SealedSecrets secrets;

    NoticeSettingsQueries(DSLContext sql, SealedSecrets secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    Optional<NoticeSettings> settings() {
        return sql.selectFrom(NOTICE_SETTING)
                .where(NOTICE_SETTING.ID.eq((byte) 1))
                .fetchOptional(row -> new NoticeSettings(
                        DayOfWeek.of(row.getDigestWeekday()),
                        LocalTime.of(row.getDigestMinute() / 60, row.getDigestMinute() % 60),
                        new QuietHours(row.getQuietFrom(), row.getQuietTo()),
                        row.getVersion()));
    }

    private String host(String kept) {
        try {
            return String.valueOf(URI.create(secrets.open(kept)).getHost());
        } catch (SealedSecrets.CannotOpen otherKey) {
            return "密钥不符，请重新填写地址";
        }
    }

    Optional<NoticeChoice> choice(PersonId person) {
        return sql.selectFrom(NOTICE_CHOICE)
                .where(NOTICE_CHOICE.PERSON_ID.eq(person.value()))
                .fetchOptional(row -> new NoticeChoice(
                        row.getMail(),
                        row.getRobots(),
                        row.getQuietFrom() == null || row.getQuietTo() == null
                                ? null
                                : new QuietHours(row.getQuietFrom(), row.getQuietTo())));
    }

    List<Robot> robots() {
        return sql.selectFrom(NOTICE_ROBOT)
                .orderBy(NOTICE_ROBOT.NAME, NOTICE_ROBOT.ID)
                .fetch(row -> new Robot(
                        row.getId(),
                        row.getName(),
                        RobotKind.valueOf(row.getKind()),
                        host(row.getUrl()),
                        row.getSecret() != null,
                        row.getUnitId() == null ? null : new UnitId(row.getUnitId()),
                        Urgency.valueOf(row.getLeastUrgency()),
                        row.getEnabled(),
                        row.getVersion()));
    }
}
