package cn.guatu.assessment.ui;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants and points as people read them. */
final class Moments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    private Moments() {}

    /** 4月3日 09:00; — when null. */
    static String text(@Nullable Instant at) {
        return at == null ? Figures.NONE : MINUTE.format(at.atZone(BusinessClock.ZONE));
    }

    /** The last day before a moment at midnight: 4月8日; — when null. */
    static String lastDay(@Nullable Instant end) {
        return end == null ? Figures.NONE : DAY.format(end.minusMillis(1).atZone(BusinessClock.ZONE));
    }

    /** A score with two decimals; — when null. */
    static String score(@Nullable BigDecimal score) {
        return score == null
                ? Figures.NONE
                : score.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
