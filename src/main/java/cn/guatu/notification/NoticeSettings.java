package cn.guatu.notification;

import cn.guatu.notification.rule.QuietHours;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;

/**
 * What holds for everybody's mail and robots.
 *
 * @param digestDay from which day of the week on a person's digest of the week goes out
 * @param digestTime from which time of that day on
 * @param quiet when nothing goes out; a person may choose other hours for his mail
 * @param version counts its changes; 0 for the defaults
 */
public record NoticeSettings(DayOfWeek digestDay, LocalTime digestTime, QuietHours quiet, int version) {

    /** Wednesday at ten: the day before reports are due. Quiet from nine in the evening to eight in the morning. */
    public static final NoticeSettings DEFAULT =
            new NoticeSettings(DayOfWeek.WEDNESDAY, LocalTime.of(10, 0), new QuietHours(21 * 60, 8 * 60), 0);

    /** From when on digests of the week go out. */
    public Instant digestFrom(ReportingWeek week) {
        return week.firstDay()
                .plusDays(digestDay.getValue() - 1L)
                .atTime(digestTime)
                .atZone(BusinessClock.ZONE)
                .toInstant();
    }
}
