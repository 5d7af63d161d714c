package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.supervision.Card.Colour;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** 督办单 from 签发 to 销号 on a real server (semantics §12). Issued on Wednesday 10 June 2026, to be answered by the 17th. */
@GuatuTest
@Import(SupervisedDistrict.class)
class OrderServiceTest {

    private static final LocalDate DEADLINE = LocalDate.of(2026, 6, 17);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    private SupervisedDistrict district;

    @Autowired
    private OrderService orders;

    @Autowired
    private SupervisionService supervision;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DSLContext sql;

    @BeforeEach
    void wednesday() {
        clock.set(LocalDateTime.of(2026, 6, 10, 9, 0));
        district.begin();
    }

    @Test
    void anOrderGoesFromItsIssueToItsClosing() {
        SupervisionOrder order = issued();
        assertThat(order.title()).isEqualTo("督〔2026〕1号");

        order = head(order, OrderAction.SIGNED, "");
        order = head(order, OrderAction.PLANNED, "6月15日前补齐材料");
        order = head(order, OrderAction.ANSWERED, "材料已补齐");
        order = supervisor(order, OrderAction.RETURNED, "缺少盖章页");
        order = head(order, OrderAction.ANSWERED, "已补盖章页");
        order = supervisor(order, OrderAction.VERIFIED, "现场核验属实");
        order = supervisor(order, OrderAction.CLOSED, "");

        OrderId id = order.id();
        assertThat(order.state()).isEqualTo(OrderState.CLOSED);
        assertThat(district.asSupervisor().does(() -> orders.steps(id)))
                .extracting(OrderStep::action)
                .containsExactly(
                        OrderAction.ISSUED,
                        OrderAction.SIGNED,
                        OrderAction.PLANNED,
                        OrderAction.ANSWERED,
                        OrderAction.RETURNED,
                        OrderAction.ANSWERED,
                        OrderAction.VERIFIED,
                        OrderAction.CLOSED);
        assertThat(sql.fetchCount(NOTICE, NOTICE.PERSON_ID.eq(district.head.value())))
                .as("issued, returned, verified, closed")
                .isEqualTo(4);
        assertThat(sql.fetchCount(NOTICE, NOTICE.PERSON_ID.eq(district.supervisor.value())))
                .as("the plan and two answers; a signature asks nothing of him")
                .isEqualTo(3);
        assertThat(sql.fetchCount(
                        NOTICE, NOTICE.PERSON_ID.eq(district.supervisor.value()).and(NOTICE.READ_AT.isNull())))
                .as("who has verified has read what called him")
                .isZero();
    }

    @Test
    void onlyWhoIsToldToMayActAndOnlyWhatFits() {
        SupervisionOrder order = issued();

        assertThatThrownBy(() -> supervisor(order, OrderAction.SIGNED, "")).hasMessageContaining("承办科室负责人");
        assertThatThrownBy(() -> district.asOfficer().does(() -> orders.move(order.id(), 1, OrderAction.SIGNED, "")))
                .hasMessageContaining("承办科室负责人");
        assertThatThrownBy(() -> head(order, OrderAction.ANSWERED, "办完了"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("待签收");
        head(order, OrderAction.SIGNED, "");
        assertThatThrownBy(() -> head(order, OrderAction.SIGNED, "")).hasMessageContaining("刚刚被他人处理");
    }

    @Test
    void anItemHasOneOpenOrderAndNumbersHaveNoGap() throws Exception {
        SupervisionOrder first = issued();
        assertThatThrownBy(this::issued).hasMessageContaining("已有未销号的督办单（" + first.title() + "）");

        List<NewOrder> wanted = IntStream.range(0, 6)
                .mapToObj(i -> new NewOrder(
                        2026,
                        district.phase,
                        district.node("节点" + i, LocalDate.of(2026, 5, 1)),
                        null,
                        "GX-01/一期/节点" + i,
                        "逾期",
                        "限期整改",
                        district.renewal,
                        null,
                        DEADLINE))
                .toList();
        try (var people = Executors.newFixedThreadPool(6)) {
            var answers = people.invokeAll(wanted.stream()
                    .<Callable<SupervisionOrder>>map(
                            order -> () -> district.asSupervisor().does(() -> orders.issue(order)))
                    .toList());
            for (var answer : answers) {
                answer.get();
            }
        }
        assertThat(district.asSupervisor().does(() -> orders.orders(2026)))
                .extracting(SupervisionOrder::number)
                .containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void moreTimeIsAskedForBeforeTheDeadlineAndGrantedWithASignature() {
        SupervisionOrder order = issued();
        district.asHead().does(() -> {
            orders.askExtension(order.id(), 1, LocalDate.of(2026, 6, 24), "材料须区里盖章");
            return true;
        });
        long request = only(order).id();
        decide(request, true);

        SupervisionOrder extended = seen(order);
        assertThat(extended.deadline()).isEqualTo(LocalDate.of(2026, 6, 24));
        assertThat(extended.firstDeadline()).isEqualTo(DEADLINE);
        assertThatThrownBy(() -> decide(request, false)).hasMessageContaining("已经审批");

        clock.set(LocalDateTime.of(2026, 6, 25, 9, 0));
        assertThatThrownBy(() -> district.asHead().does(() -> {
                    orders.askExtension(order.id(), extended.version(), LocalDate.of(2026, 7, 1), "再延一周");
                    return true;
                }))
                .hasMessageContaining("须在期限前提出");
    }

    @Test
    void anExternalCauseStopsTheClockForItsWorkingDays() {
        SupervisionOrder order = issued();
        district.asHead().does(() -> {
            // Thursday to Monday: three working days
            orders.askStop(order.id(), 1, LocalDate.of(2026, 6, 11), LocalDate.of(2026, 6, 15), "等待供电局停电窗口");
            return true;
        });
        decide(only(order).id(), true);

        // Three working days after the 17th; Friday the 19th is 端午.
        assertThat(seen(order).deadline()).isEqualTo(LocalDate.of(2026, 6, 23));
    }

    @Test
    void anIssuedOrderIsAYellowCardAndAnOverdueOneARedOneThatAMakeUpDoesNotErase() {
        SupervisionOrder order = issued();
        assertThat(supervision.cards(2026, JUNE)).extracting(Card::colour).containsExactly(Colour.YELLOW);

        clock.set(LocalDateTime.of(2026, 6, 18, 9, 0));
        assertThat(supervision.cards(2026, JUNE)).extracting(Card::colour).containsExactly(Colour.RED);

        order = head(order, OrderAction.SIGNED, "");
        order = head(order, OrderAction.PLANNED, "即日整改");
        order = head(order, OrderAction.ANSWERED, "已整改");
        order = supervisor(order, OrderAction.VERIFIED, "属实");
        supervisor(order, OrderAction.CLOSED, "");
        assertThat(supervision.cards(2026, JUNE)).singleElement().satisfies(card -> {
            assertThat(card.colour()).isEqualTo(Colour.RED);
            assertThat(card.on()).isEqualTo(LocalDate.of(2026, 6, 18));
            assertThat(card.department()).isEqualTo(district.renewal);
        });
        assertThat(supervision.cards(2026, JUNE.plusMonths(1))).isEmpty();
    }

    @Test
    void anOrderIssuedByMistakeKeepsItsNumberAndCountsForNothing() {
        SupervisionOrder order = issued();
        supervisor(order, OrderAction.WITHDRAWN, "重复签发");

        assertThat(supervision.cards(2026, JUNE)).isEmpty();
        assertThat(issued().number()).isEqualTo(2);
    }

    private SupervisionOrder issued() {
        return district.asSupervisor()
                .does(() -> orders.issue(new NewOrder(
                        2026,
                        district.phase,
                        null,
                        null,
                        "GX-01/一期",
                        "节点长期未动",
                        "限期整改",
                        district.renewal,
                        "赵局长",
                        DEADLINE)));
    }

    private SupervisionOrder head(SupervisionOrder order, OrderAction action, String remark) {
        return district.asHead().does(() -> orders.move(order.id(), order.version(), action, remark));
    }

    private SupervisionOrder supervisor(SupervisionOrder order, OrderAction action, String remark) {
        return district.asSupervisor().does(() -> orders.move(order.id(), order.version(), action, remark));
    }

    private SupervisionOrder seen(SupervisionOrder order) {
        return district.asSupervisor().does(() -> orders.order(order.id()));
    }

    private OrderRequest only(SupervisionOrder order) {
        return district.asSupervisor().does(() -> orders.requests(order.id())).getFirst();
    }

    private void decide(long request, boolean granted) {
        district.asLeader().does(() -> {
            orders.decide(request, granted, "同意");
            return true;
        });
    }
}
