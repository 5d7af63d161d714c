package cn.guatu.progress.ui;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.LightBadge;
import cn.guatu.platform.ui.LightShape;
import cn.guatu.progress.Counted;
import cn.guatu.progress.ReportKey;
import cn.guatu.progress.ReportState;
import cn.guatu.progress.WeekItem;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the screens of the week say things (look.md). */
final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.ROOT);

    private Words() {}

    /** 第44周(10/26–11/1). */
    static String week(ReportingWeek week) {
        LocalDate first = week.firstDay();
        LocalDate last = week.lastDay();
        return String.format(
                Locale.ROOT,
                "第%d周(%d/%d–%d/%d)",
                week.week(),
                first.getMonthValue(),
                first.getDayOfMonth(),
                last.getMonthValue(),
                last.getDayOfMonth());
    }

    /** 周四17:00. */
    static String weekday(Instant at) {
        ZonedDateTime there = at.atZone(BusinessClock.ZONE);
        return "周" + "一二三四五六日".charAt(there.getDayOfWeek().getValue() - 1) + there.toLocalTime();
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(BusinessClock.ZONE));
    }

    static String dayAndTime(Instant at) {
        return DAY_AND_TIME.format(at.atZone(BusinessClock.ZONE));
    }

    /** How far the report has come, as shape and word. */
    static LightBadge state(ReportState state) {
        LightShape shape = switch (state) {
            case NOT_REPORTED -> LightShape.DASHED_RING;
            case DRAFT -> LightShape.CLOCK;
            case SUBMITTED -> LightShape.BLUE_CHECK;
            case RETURNED -> LightShape.DIAMOND;
            case APPROVED -> LightShape.CHECK_CIRCLE;
        };
        return new LightBadge(shape, state.label());
    }

    /** When the node is due, and how late it is. */
    static String due(WeekItem item, LocalDate today) {
        LocalDate planned = item.planned();
        if (planned == null) {
            return "分期整体";
        }
        String day = "计划 " + Figures.day(planned, item.year());
        if (item.actual() != null) {
            return day + "，已完成";
        }
        long late = today.toEpochDay() - planned.toEpochDay();
        if (late > 0) {
            return day + "，已过 " + late + " 天";
        }
        return late == 0 ? day + "，今天到期" : day + "，还有 " + -late + " 天";
    }

    /** A cumulative value with its denominator, in the unit of the target. */
    static String amount(@Nullable BigDecimal quantity, @Nullable BigDecimal denominator, Counted counted) {
        if (quantity == null) {
            return Figures.NONE;
        }
        return counted.kind() == TargetKind.RATIO
                ? Figures.number(quantity) + " / " + Figures.number(denominator)
                : Figures.quantity(quantity, counted.unit());
    }

    /** What the ledger has confirmed. */
    static String confirmed(Counted counted) {
        return amount(counted.confirmed(), counted.confirmedBelow(), counted);
    }

    /** The address of an item in the list of its week. */
    static String key(ReportKey key) {
        return key.week() + "_" + key.phase().value() + "_"
                + (key.node() == null ? 0 : key.node().value());
    }

    /** The address of the timeline of an item. */
    static String timeline(ReportKey key) {
        return "report-history/" + key.phase().value() + "/"
                + (key.node() == null ? 0 : key.node().value());
    }
}
