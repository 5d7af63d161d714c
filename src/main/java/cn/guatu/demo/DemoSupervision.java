package cn.guatu.demo;

import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.Position;
import cn.guatu.org.UnitId;
import cn.guatu.platform.schedule.PeriodicWorks;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.supervision.OrderAction;
import cn.guatu.supervision.OrderService;
import cn.guatu.supervision.SupervisionOrder;
import cn.guatu.supervision.SupervisionWord.About;
import cn.guatu.supervision.WordService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Some weeks of the ladder, and 督办单 in every state, each step at its time through the real services. */
@Component
class DemoSupervision implements DemoChapter {

    private static final int WEEKS = 4;
    private static final String WORK = "weekly-supervision";
    private static final String SUPERVISOR = "dc1";
    private static final String LEADER = "ld1";

    private final PeriodicWorks works;
    private final OrderService orders;
    private final WordService words;
    private final OrgService org;
    private final WorkCalendars calendars;
    private final BusinessClock clock;

    DemoSupervision(
            PeriodicWorks works,
            OrderService orders,
            WordService words,
            OrgService org,
            WorkCalendars calendars,
            BusinessClock clock) {
        this.works = works;
        this.orders = orders;
        this.words = words;
        this.org = org;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String title() {
        return "督办阶梯和督办单";
    }

    @Override
    public void write(DemoYear demo, LocalDate today) {
        Instant now = clock.now();
        ReportingWeek current = ReportingWeek.containing(today);
        for (int back = WEEKS; back >= 0; back--) {
            ReportingWeek week = current.plus(-back);
            if (week.firstDay().getYear() == demo.year()) {
                run(at(week.firstDay(), LocalTime.of(8, 30)), now);
                run(at(week.firstDay().plusDays(4), LocalTime.of(12, 30)), now);
            }
        }
        List<SupervisionOrder> issued =
                as(SUPERVISOR, Role.SUPERVISOR, AccessScope.everything(), () -> orders.orders(demo.year())).stream()
                        .sorted(Comparator.comparing(SupervisionOrder::number))
                        .toList();
        for (int i = 0; i < issued.size(); i++) {
            handle(issued.get(i), i % 7, now);
        }
        issued.stream().findFirst().ifPresent(order -> instruct(demo.year(), order));
    }

    private void run(Instant at, Instant now) {
        if (at.isBefore(now)) {
            clock.at(at, () -> works.run(WORK, clock.today(), PeriodicWorks.ACTOR));
        }
    }

    /** How far an order comes: some are not even signed for, some are closed. */
    private void handle(SupervisionOrder order, int kind, Instant now) {
        Map<UnitId, String> heads = heads();
        String head = heads.getOrDefault(order.department(), "kz1");
        AccessScope scope = AccessScope.of(Set.of(order.department()), Set.of());
        Step step = new Step(order, head, scope, now);
        if (kind >= 1) {
            step.head(OrderAction.SIGNED, "", 1);
        }
        if (kind == 1) {
            step.extension();
        }
        if (kind >= 2) {
            step.head(OrderAction.PLANNED, "一周内召开协调会，明确卡点和责任人，倒排到天。", 2);
        }
        if (kind >= 3) {
            step.head(OrderAction.ANSWERED, "已召开协调会，材料补正后重新报批，预计下月完成。", kind == 6 ? 9 : 4);
        }
        if (kind == 4) {
            step.supervisor(OrderAction.RETURNED, "未写明完成时间和责任人，请补充。", 5);
        }
        if (kind >= 5) {
            step.supervisor(OrderAction.VERIFIED, "现场核验，整改属实。", kind == 6 ? 10 : 6);
            step.supervisor(OrderAction.CLOSED, "", kind == 6 ? 11 : 7);
        }
    }

    private void instruct(int year, SupervisionOrder order) {
        as(LEADER, Role.BUREAU_LEADER, AccessScope.everything(), () -> {
            words.instruct(year, About.order(order), "请分管领导牵头，本月内必须销号，每周报进展。");
            return true;
        });
    }

    /** What happens to one order, working days after its issue; what lies ahead of now has not happened yet. */
    private final class Step {

        private SupervisionOrder order;
        private final String head;
        private final AccessScope scope;
        private final Instant now;

        Step(SupervisionOrder order, String head, AccessScope scope, Instant now) {
            this.order = order;
            this.head = head;
            this.scope = scope;
            this.now = now;
        }

        void head(OrderAction action, String remark, int days) {
            move(head, Role.DEPARTMENT_HEAD, scope, action, remark, days);
        }

        void supervisor(OrderAction action, String remark, int days) {
            move(SUPERVISOR, Role.SUPERVISOR, AccessScope.everything(), action, remark, days);
        }

        private void move(String account, Role role, AccessScope seen, OrderAction action, String remark, int days) {
            Instant at = after(days);
            if (at.isBefore(now)) {
                order = clock.at(
                        at,
                        () -> as(account, role, seen, () -> orders.move(order.id(), order.version(), action, remark)));
            }
        }

        void extension() {
            Instant at = after(2);
            if (at.isBefore(now) && !order.isOverdue(LocalDate.ofInstant(at, BusinessClock.ZONE))) {
                LocalDate later = calendars.current().plusWorkingDays(order.deadline(), 5);
                clock.at(
                        at,
                        () -> as(head, Role.DEPARTMENT_HEAD, scope, () -> {
                            orders.askExtension(order.id(), order.version(), later, "需等待区级联审会，申请顺延一周。");
                            return true;
                        }));
            }
        }

        private Instant after(int workingDays) {
            LocalDate day = calendars
                    .current()
                    .plusWorkingDays(LocalDate.ofInstant(order.issuedAt(), BusinessClock.ZONE), workingDays);
            return at(day, LocalTime.of(10, 15)).plus(Duration.ofMinutes(order.number() % 50));
        }
    }

    private Map<UnitId, String> heads() {
        Map<UnitId, String> heads = new HashMap<>();
        for (Person person : org.people()) {
            if (person.position() == Position.DEPARTMENT_HEAD && person.account() != null) {
                heads.put(person.unit(), person.account());
            }
        }
        return heads;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessClock.ZONE).toInstant();
    }

    private interface Work<T> {
        T done();
    }

    /** Does the work in the name of somebody of the district. */
    private static <T> T as(String account, Role role, AccessScope scope, Work<T> work) {
        Caller caller = new Caller(account, account, Set.of(role), RolePermissions.of(role), scope, 0, "");
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                caller,
                null,
                caller.permissions().stream()
                        .map(each -> new SimpleGrantedAuthority(each.authority()))
                        .toList())));
        try {
            return work.done();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
