package cn.guatu.supervision.rule;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.supervision.Card;
import cn.guatu.supervision.OrderAction;
import cn.guatu.supervision.OrderState;
import cn.guatu.supervision.SupervisionOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a 督办单 moves on, how long it has, and which cards it brings. */
public final class OrderRules {

    private OrderRules() {}

    /** The state after an action; empty when the action does not fit. */
    public static Optional<OrderState> after(OrderState now, OrderAction action) {
        return Optional.ofNullable(next(now, action));
    }

    private static @Nullable OrderState next(OrderState now, OrderAction action) {
        return switch (action) {
            case SIGNED -> now == OrderState.ISSUED ? OrderState.SIGNED : null;
            case PLANNED -> now == OrderState.SIGNED || now == OrderState.PLANNED ? OrderState.PLANNED : null;
            case ANSWERED -> now == OrderState.PLANNED || now == OrderState.RETURNED ? OrderState.ANSWERED : null;
            case RETURNED -> now == OrderState.ANSWERED ? OrderState.RETURNED : null;
            case VERIFIED -> now == OrderState.ANSWERED ? OrderState.VERIFIED : null;
            case CLOSED -> now == OrderState.VERIFIED ? OrderState.CLOSED : null;
            case WITHDRAWN -> now.isOpen() && now != OrderState.VERIFIED ? OrderState.WITHDRAWN : null;
            case ISSUED, EXTENSION_ASKED, STOP_ASKED, GRANTED, REFUSED -> null;
        };
    }

    /**
     * The deadline when the clock stood on some days: as many working days later as it stood on.
     *
     * @param from the first day on which it stands, not after the deadline
     * @param to the last one
     */
    public static LocalDate stopped(LocalDate deadline, LocalDate from, LocalDate to, WorkCalendar calendar) {
        return calendar.plusWorkingDays(deadline, calendar.workingDaysBetween(from.minusDays(1), to));
    }

    /**
     * The cards that an order brought in a month: yellow when it was issued, red when it fell overdue or an answer was returned, once; red
     * takes the place of yellow in the same month.
     *
     * @param today what is not answered by then may be overdue
     */
    public static List<Card> cards(SupervisionOrder order, YearMonth month, LocalDate today, ZoneId zone) {
        if (order.state() == OrderState.WITHDRAWN) {
            return List.of();
        }
        LocalDate issued = day(order.issuedAt(), zone);
        LocalDate overdue = order.isOverdue(today) ? order.deadline().plusDays(1) : null;
        LocalDate returned = order.firstReturnedOn();
        List<Card> cards = new ArrayList<>();
        if (overdue != null || returned != null) {
            boolean late = overdue != null && (returned == null || !returned.isBefore(overdue));
            LocalDate on = late ? overdue : returned;
            if (on != null && YearMonth.from(on).equals(month)) {
                cards.add(card(order, Card.Colour.RED, late ? "逾期未答复" : "答复被退回", on));
            }
        }
        if (cards.isEmpty() && YearMonth.from(issued).equals(month)) {
            cards.add(card(order, Card.Colour.YELLOW, "签发督办单", issued));
        }
        return cards;
    }

    private static Card card(SupervisionOrder order, Card.Colour colour, String why, LocalDate on) {
        return new Card(order.department(), colour, order.id(), order.title(), why + "：" + order.subject(), on);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
