package cn.guatu.supervision.ui;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.ui.LightBadge;
import cn.guatu.platform.ui.LightShape;
import cn.guatu.supervision.LadderLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How weeks, moments and levels are written on these pages. */
final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(BusinessClock.ZONE);

    private Words() {}

    static String week(ReportingWeek week) {
        LocalDate from = week.firstDay();
        LocalDate to = week.lastDay();
        return "第%d周(%d/%d–%d/%d)"
                .formatted(
                        week.week(),
                        from.getMonthValue(),
                        from.getDayOfMonth(),
                        to.getMonthValue(),
                        to.getDayOfMonth());
    }

    static String minute(@Nullable Instant at) {
        return at == null ? "—" : MINUTE.format(at);
    }

    static LightShape shape(LadderLevel level) {
        return switch (level) {
            case DUE_SOON -> LightShape.CLOCK;
            case UNREPORTED -> LightShape.TRIANGLE;
            case OVERDUE -> LightShape.DIAMOND;
            case ORDER -> LightShape.OCTAGON;
        };
    }

    static LightBadge badge(LadderLevel level) {
        return new LightBadge(shape(level), level.label());
    }
}
