package cn.guatu.notification;

import static cn.guatu.jooq.Tables.NOTICE_CHOICE;
import static cn.guatu.jooq.Tables.NOTICE_ROBOT;
import static cn.guatu.jooq.Tables.NOTICE_SETTING;

import cn.guatu.notification.rule.QuietHours;
import cn.guatu.org.PersonId;
import cn.guatu.platform.persistence.Violations;
import cn.guatu.security.SealedSecrets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes settings, choices and robots. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NoticeSettingsStore {

    private final DSLContext sql;
    private final SealedSecrets secrets;

    NoticeSettingsStore(DSLContext sql, SealedSecrets secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    void settings(NoticeSettings settings) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(NOTICE_SETTING.DIGEST_WEEKDAY, (byte) settings.digestDay().getValue());
        values.put(NOTICE_SETTING.DIGEST_MINUTE, (short)
                (settings.digestTime().getHour() * 60 + settings.digestTime().getMinute()));
        values.put(NOTICE_SETTING.QUIET_FROM, (short) settings.quiet().from());
        values.put(NOTICE_SETTING.QUIET_TO, (short) settings.quiet().to());
        values.put(NOTICE_SETTING.VERSION, settings.version() + 1);
        if (sql.fetchExists(NOTICE_SETTING)) {
            sql.update(NOTICE_SETTING).set(values).execute();
        } else {
            sql.insertInto(NOTICE_SETTING)
                    .set(NOTICE_SETTING.ID, (byte) 1)
                    .set(values)
                    .execute();
        }
    }

    void choice(PersonId person, NoticeChoice choice) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        QuietHours quiet = choice.quiet();
        values.put(NOTICE_CHOICE.MAIL, choice.mail());
        values.put(NOTICE_CHOICE.ROBOTS, choice.robots());
        values.put(NOTICE_CHOICE.QUIET_FROM, quiet == null ? null : (short) quiet.from());
        values.put(NOTICE_CHOICE.QUIET_TO, quiet == null ? null : (short) quiet.to());
        if (sql.fetchExists(NOTICE_CHOICE, NOTICE_CHOICE.PERSON_ID.eq(person.value()))) {
            sql.update(NOTICE_CHOICE)
                    .set(values)
                    .where(NOTICE_CHOICE.PERSON_ID.eq(person.value()))
                    .execute();
        } else {
            sql.insertInto(NOTICE_CHOICE)
                    .set(NOTICE_CHOICE.PERSON_ID, person.value())
                    .set(values)
                    .execute();
        }
    }

    /** Seals what was kept in clear before there were seals. */
    void sealRobots() {
        sql.selectFrom(NOTICE_ROBOT).forUpdate().fetch().forEach(row -> {
            if (!SealedSecrets.isSealed(row.getUrl())) {
                row.setUrl(secrets.seal(row.getUrl()));
                row.setSecret(row.getSecret() == null ? null : secrets.seal(row.getSecret()));
                row.store();
            }
        });
    }

    /** @return false when it is no longer the version */
    boolean robot(RobotData robot, int version) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(NOTICE_ROBOT.NAME, robot.name().strip());
        values.put(NOTICE_ROBOT.KIND, robot.kind().name());
        values.put(
                NOTICE_ROBOT.UNIT_ID, robot.unit() == null ? null : robot.unit().value());
        values.put(NOTICE_ROBOT.LEAST_URGENCY, robot.least().name());
        values.put(NOTICE_ROBOT.ENABLED, robot.enabled());
        values.put(NOTICE_ROBOT.VERSION, version + 1);
        if (robot.url() != null) {
            values.put(NOTICE_ROBOT.URL, secrets.seal(robot.url().strip()));
        }
        if (robot.secret() != null) {
            values.put(
                    NOTICE_ROBOT.SECRET,
                    robot.secret().isBlank()
                            ? null
                            : secrets.seal(robot.secret().strip()));
        }
        return Violations.explained("群机器人", () -> {
            if (robot.id() == null) {
                return sql.insertInto(NOTICE_ROBOT).set(values).execute() == 1;
            }
            return sql.update(NOTICE_ROBOT)
                            .set(values)
                            .where(NOTICE_ROBOT.ID.eq(robot.id()))
                            .and(NOTICE_ROBOT.VERSION.eq(version))
                            .execute()
                    == 1;
        });
    }
}
