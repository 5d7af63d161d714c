package cn.guatu.supervision;

import cn.guatu.notification.NoticeData;
import cn.guatu.notification.NoticeKind;
import cn.guatu.notification.Notifications;
import cn.guatu.notification.Urgency;
import cn.guatu.org.ChangeLog;
import cn.guatu.org.OrgService;
import cn.guatu.org.PersonId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.PlannedStep.Recipient;
import cn.guatu.supervision.rule.OrderRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * 督办单 from their issue to 销号 (semantics §12). The 督查专员 issues, verifies and closes; the head of the department signs and answers; more
 * time is asked for before the deadline and granted by the 督查专员 or a leader. Everything that happened stays.
 */
@Service
public class OrderService {

    private static final int NAMED = 12;

    private final OrderQueries queries;
    private final OrderStore store;
    private final RetryingTransactions transactions;
    private final Notifications notifications;
    private final ChangeLog changes;
    private final AuditService audit;
    private final OrgService org;
    private final WorkCalendars calendars;
    private final CurrentUser user;
    private final BusinessClock clock;

    OrderService(
            OrderQueries queries,
            OrderStore store,
            RetryingTransactions transactions,
            Notifications notifications,
            ChangeLog changes,
            AuditService audit,
            OrgService org,
            WorkCalendars calendars,
            CurrentUser user,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.transactions = transactions;
        this.notifications = notifications;
        this.changes = changes;
        this.audit = audit;
        this.org = org;
        this.calendars = calendars;
        this.user = user;
        this.clock = clock;
    }

    /** The orders of a plan year that the caller sees, the latest first. */
    @PreAuthorize(Permission.May.READ)
    public List<SupervisionOrder> orders(int planYear) {
        return queries.all(planYear, user.scope());
    }

    /**
     * One order that the caller sees.
     *
     * @throws Refusal NOT_FOUND when there is none
     */
    @PreAuthorize(Permission.May.READ)
    public SupervisionOrder order(OrderId id) {
        return queries.find(id, user.scope()).orElseThrow(() -> Refusal.notFound("没有这张督办单，或您无权查看。"));
    }

    /** What happened to an order that the caller sees, in order. */
    @PreAuthorize(Permission.May.READ)
    public List<OrderStep> steps(OrderId id) {
        order(id);
        return queries.steps(id);
    }

    /** What was asked for an order that the caller sees, in order. */
    @PreAuthorize(Permission.May.READ)
    public List<OrderRequest> requests(OrderId id) {
        order(id);
        return queries.requests(id);
    }

    /** What the caller may do with an order now. */
    @PreAuthorize(Permission.May.READ)
    public List<OrderAction> allowed(SupervisionOrder order) {
        List<OrderAction> allowed = new ArrayList<>();
        for (OrderAction action : OrderAction.values()) {
            if (OrderRules.after(order.state(), action).isPresent() && mayDo(order, action)) {
                allowed.add(action);
            }
        }
        if (answersFor(order) && order.state().awaitsDepartment() && !order.isOverdue(clock.today())) {
            allowed.add(OrderAction.EXTENSION_ASKED);
            allowed.add(OrderAction.STOP_ASKED);
        }
        return allowed;
    }

    /**
     * Issues an order by hand.
     *
     * @throws Refusal CONFLICT when the item is under an open order already, INVALID for a deadline that is not to come
     */
    @PreAuthorize(Permission.May.OPERATE)
    public SupervisionOrder issue(NewOrder order) {
        return transactions.execute(() -> {
            Recording how = now(order.planYear());
            if (!order.deadline().isAfter(clock.today())) {
                throw Refusal.invalid("办理期限须晚于今天，请重新选择。");
            }
            if (order.demand().isBlank() || order.reason().isBlank()) {
                throw Refusal.invalid("请填写督办事由和办理要求。");
            }
            store.open(order.subjectKey()).ifPresent(open -> {
                throw Refusal.conflict(
                        "该事项已有未销号的督办单（" + store.lock(open).orElseThrow().title() + "），请在原单上继续办理。");
            });
            SupervisionOrder issued = issued(order, how);
            tellIssued(List.of(issued));
            return issued;
        });
    }

    /** Issues an order within a transaction that asks for one; the open one when the item is under an order already. */
    OrderId issueFor(NewOrder order, Recording how) {
        List<SupervisionOrder> issued = new ArrayList<>();
        OrderId id = issueFor(order, how, issued);
        tellIssued(issued);
        return id;
    }

    /**
     * The same for whoever issues several.
     *
     * @param issued takes the order when it is new: they are told of together ({@link #tellIssued})
     */
    OrderId issueFor(NewOrder order, Recording how, List<SupervisionOrder> issued) {
        return store.open(order.subjectKey()).orElseGet(() -> {
            SupervisionOrder fresh = issued(order, how);
            issued.add(fresh);
            return fresh.id();
        });
    }

    private SupervisionOrder issued(NewOrder wanted, Recording how) {
        SupervisionOrder order = store.issue(wanted, how);
        changes.record(how, "ORDERS", order.title() + " " + OrderAction.ISSUED.label());
        audit.recordAs(how.actor(), "order.issued", order.title(), null, Map.of("subject", order.subject()));
        return order;
    }

    /** Tells heads and leaders of new orders, each in one notice however many there are. */
    void tellIssued(List<SupervisionOrder> issued) {
        LadderPeople people = people();
        Map<PersonId, List<SupervisionOrder>> mine = new LinkedHashMap<>();
        for (SupervisionOrder order : issued) {
            List<Recipient> told = new ArrayList<>(people.heads(order.department()));
            told.addAll(people.leader(order.leader()));
            for (Recipient recipient : told) {
                if (recipient.person() != null) {
                    mine.computeIfAbsent(recipient.person(), person -> new ArrayList<>())
                            .add(order);
                }
            }
        }
        mine.forEach((person, orders) -> notifications.raise(
                orders.size() == 1 ? noticeOf(person, orders.getFirst()) : noticeOf(person, orders)));
    }

    private static NoticeData noticeOf(PersonId person, SupervisionOrder order) {
        return notice(
                order,
                "issued",
                person,
                "收到" + order.title() + "：" + order.subject(),
                order.reason() + "请于" + order.deadline() + "前答复。",
                Urgency.URGENT);
    }

    private static NoticeData noticeOf(PersonId person, List<SupervisionOrder> orders) {
        String named = orders.stream()
                .limit(NAMED)
                .map(order -> order.title() + " " + order.subject() + "，" + order.deadline() + "前答复")
                .collect(Collectors.joining("\n"));
        return new NoticeData(
                "orders:" + orders.getFirst().id().value() + "-"
                        + orders.getLast().id().value() + ":to:" + person.value(),
                person,
                NoticeKind.SUPERVISION,
                "收到督办单 " + orders.size() + " 张",
                orders.size() > NAMED ? named + "\n……共 " + orders.size() + " 张。" : named,
                "supervision/orders",
                Urgency.URGENT);
    }

    /**
     * Signs for an order, gives the plan or the answer, returns, verifies, closes or withdraws it.
     *
     * @param version the one that was seen
     * @param remark what is said: the plan, the answer, the reason of a return; may be empty for 签收 and 销号
     * @throws Refusal CONFLICT when somebody else was faster or the action does not fit, FORBIDDEN when it is somebody else's
     */
    @PreAuthorize(Permission.May.READ)
    public SupervisionOrder move(OrderId id, int version, OrderAction action, String remark) {
        return transactions.execute(() -> {
            SupervisionOrder order = seen(id, version);
            OrderState next = OrderRules.after(order.state(), action)
                    .orElseThrow(() -> Refusal.conflict(
                            "督办单现为“%s”，不能%s；请刷新后核对。".formatted(order.state().label(), action.label())));
            if (!mayDo(order, action)) {
                throw Refusal.forbidden(
                        "%s由%s办理，您的账号不能操作。".formatted(action.label(), isDepartments(action) ? "承办科室负责人" : "督查专员"));
            }
            String said = remark.strip();
            if (said.isEmpty() && action != OrderAction.SIGNED && action != OrderAction.CLOSED) {
                throw Refusal.invalid("请填写" + action.label() + "的内容。");
            }
            Recording how = now(order.planYear());
            store.move(order, action, next, said.isEmpty() ? null : said, how);
            changes.record(how, "ORDERS", order.title() + " " + action.label());
            audit.record(
                    "order." + action.name().toLowerCase(Locale.ROOT),
                    order.title(),
                    Map.of("state", order.state().name()),
                    Map.of("state", next.name(), "remark", said));
            SupervisionOrder moved = store.lock(id).orElseThrow();
            dealtWith(moved, how);
            tellMove(moved, action, said);
            return moved;
        });
    }

    /** Asks for another deadline, before the present one has passed. */
    @PreAuthorize(Permission.May.REPORT)
    public void askExtension(OrderId id, int version, LocalDate newDeadline, String reason) {
        transactions.run(() -> {
            SupervisionOrder order = askable(id, version, reason);
            if (!newDeadline.isAfter(order.deadline())) {
                throw Refusal.invalid("新的期限须晚于现期限 " + order.deadline() + "。");
            }
            asked(order, OrderAction.EXTENSION_ASKED, new OrderStore.Ask(reason.strip(), newDeadline, null, null));
        });
    }

    /** Asks that the clock stand for an external cause, before the deadline has passed. */
    @PreAuthorize(Permission.May.REPORT)
    public void askStop(OrderId id, int version, LocalDate from, LocalDate to, String cause) {
        transactions.run(() -> {
            SupervisionOrder order = askable(id, version, cause);
            if (to.isBefore(from) || from.isAfter(order.deadline())) {
                throw Refusal.invalid("停表须从办理期限内的某天开始，且结束不早于开始。");
            }
            asked(order, OrderAction.STOP_ASKED, new OrderStore.Ask(cause.strip(), null, from, to));
        });
    }

    private SupervisionOrder askable(OrderId id, int version, String reason) {
        SupervisionOrder order = seen(id, version);
        if (!answersFor(order)) {
            throw Refusal.forbidden("只有承办科室负责人可以申请，请由其提出。");
        }
        if (!order.state().awaitsDepartment()) {
            throw Refusal.conflict("督办单现为“" + order.state().label() + "”，不需要延期或停表。");
        }
        if (order.isOverdue(clock.today())) {
            throw Refusal.conflict("办理期限 " + order.deadline() + " 已过，延期和停表须在期限前提出；请尽快答复。");
        }
        if (reason.isBlank()) {
            throw Refusal.invalid("请说明理由。");
        }
        if (queries.requests(id).stream().anyMatch(request -> request.granted() == null)) {
            throw Refusal.conflict("已有一项申请待审批，请等待审批后再提出。");
        }
        return order;
    }

    private void asked(SupervisionOrder order, OrderAction action, OrderStore.Ask ask) {
        Recording how = now(order.planYear());
        store.ask(order.id(), ask, how);
        store.step(order.id(), action, ask.reason(), how);
        changes.record(how, "ORDERS", order.title() + " " + action.label());
        tell(
                order,
                "asked:" + how.at(),
                people().supervisors(),
                order.title() + " " + action.label(),
                order.subject() + "：" + ask.reason(),
                Urgency.URGENT);
    }

    /** Grants or refuses a request; granted, it moves the deadline. Signed by a 督查专员 or a leader. */
    @PreAuthorize("hasAnyAuthority('MAY_OPERATE', 'MAY_APPROVE')")
    public void decide(long request, boolean granted, String remark) {
        transactions.run(() -> {
            OrderRequest asked = queries.request(request).orElseThrow(() -> Refusal.notFound("没有这项申请，请刷新。"));
            SupervisionOrder order = store.lock(asked.order()).orElseThrow();
            order(order.id());
            if (!granted && remark.isBlank()) {
                throw Refusal.invalid("不予批准须说明理由。");
            }
            Recording how = now(order.planYear());
            if (!store.decide(request, granted, remark.isBlank() ? null : remark.strip(), how)) {
                throw Refusal.conflict("这项申请已经审批，请刷新。");
            }
            OrderAction action = granted ? OrderAction.GRANTED : OrderAction.REFUSED;
            if (granted) {
                store.setDeadline(order, deadline(order, asked), how);
            }
            String words = asked.words() + (remark.isBlank() ? "" : "：" + remark.strip());
            store.step(order.id(), action, words, how);
            changes.record(how, "ORDERS", order.title() + " " + action.label());
            audit.record(
                    granted ? "order.granted" : "order.refused",
                    order.title(),
                    Map.of("deadline", order.deadline().toString()),
                    Map.of("request", asked.words()));
            dealtWith(order, how);
            tell(
                    order,
                    "decided:" + request,
                    people().heads(order.department()),
                    order.title() + action.label(),
                    order.subject() + "：" + words,
                    Urgency.URGENT);
        });
    }

    private LocalDate deadline(SupervisionOrder order, OrderRequest asked) {
        return asked.newDeadline() != null
                ? asked.newDeadline()
                : OrderRules.stopped(
                        order.deadline(),
                        Objects.requireNonNull(asked.stopFrom()),
                        Objects.requireNonNull(asked.stopTo()),
                        calendars.current());
    }

    private SupervisionOrder seen(OrderId id, int version) {
        order(id);
        SupervisionOrder order = store.lock(id).orElseThrow();
        if (order.version() != version) {
            throw Refusal.conflict("这张督办单刚刚被他人处理，请刷新后核对再操作。");
        }
        return order;
    }

    private boolean mayDo(SupervisionOrder order, OrderAction action) {
        return isDepartments(action) ? answersFor(order) : user.has(Permission.OPERATE);
    }

    private static boolean isDepartments(OrderAction action) {
        return action == OrderAction.SIGNED || action == OrderAction.PLANNED || action == OrderAction.ANSWERED;
    }

    /** Heads recognise and report for the departments they see; officers only report. */
    private boolean answersFor(SupervisionOrder order) {
        return user.has(Permission.REPORT)
                && user.has(Permission.RECOGNISE)
                && (user.scope().isEverything() || user.scope().departments().contains(order.department()));
    }

    private void dealtWith(SupervisionOrder order, Recording how) {
        org.personByAccount(how.actor()).ifPresent(person -> notifications.dealtWith(person.id(), address(order)));
    }

    private static String address(SupervisionOrder order) {
        return "supervision/orders/" + order.id().value();
    }

    /** Who has something to do is told; a signature asks nothing of the 督查专员, who sees it on the order. */
    private void tellMove(SupervisionOrder order, OrderAction action, String said) {
        if (action == OrderAction.SIGNED) {
            return;
        }
        LadderPeople people = people();
        List<Recipient> told =
                isDepartments(action) ? people.supervisors() : new ArrayList<>(people.heads(order.department()));
        Urgency urgency = switch (action) {
            case RETURNED -> Urgency.URGENT;
            case ANSWERED -> Urgency.NORMAL;
            default -> Urgency.INFO;
        };
        String body = order.subject() + (said.isEmpty() ? "" : "：" + said);
        tell(order, action.name() + ":" + order.version(), told, order.title() + action.label(), body, urgency);
    }

    private void tell(
            SupervisionOrder order, String what, List<Recipient> told, String title, String body, Urgency urgency) {
        for (Recipient recipient : told) {
            if (recipient.person() != null) {
                notifications.raise(notice(order, what, recipient.person(), title, body, urgency));
            }
        }
    }

    private static NoticeData notice(
            SupervisionOrder order, String what, PersonId person, String title, String body, Urgency urgency) {
        return new NoticeData(
                "order:" + order.id().value() + ":" + what + ":to:" + person.value(),
                person,
                NoticeKind.SUPERVISION,
                title,
                body,
                address(order),
                urgency);
    }

    private LadderPeople people() {
        return new LadderPeople(org.people(), org.units());
    }

    private Recording now(@Nullable Integer planYear) {
        return new Recording(clock.now(), user.account(), planYear, null);
    }
}
