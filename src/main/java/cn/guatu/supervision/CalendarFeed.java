package cn.guatu.supervision;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import cn.guatu.notification.NoticeService;
import cn.guatu.notification.NotificationAddresses;
import cn.guatu.org.PersonId;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AuditService;
import cn.guatu.security.Permission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** A person's open nodes as a calendar that his phone subscribes to, at an address that only he has and can take back. */
@Service
public class CalendarFeed {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final CalendarFeedQueries queries;
    private final CalendarFeedStore store;
    private final NoticeService notices;
    private final ProjectService projects;
    private final PlanYearService years;
    private final NotificationAddresses addresses;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;

    CalendarFeed(
            CalendarFeedQueries queries,
            CalendarFeedStore store,
            NoticeService notices,
            ProjectService projects,
            PlanYearService years,
            NotificationAddresses addresses,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.notices = notices;
        this.projects = projects;
        this.years = years;
        this.addresses = addresses;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the caller has an address. */
    @PreAuthorize(Permission.May.READ)
    public boolean isOn() {
        return notices.me().map(queries::has).orElse(false);
    }

    /** Makes the caller a new address, shown this once; the old one ends. @throws Refusal INVALID for an account without a person */
    @PreAuthorize(Permission.May.READ)
    public String renew() {
        PersonId person = me();
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transactions.run(() -> {
            store.put(person, hash(secret), clock.now());
            audit.record("calendar.renew", "人员 " + person.value(), null, null);
        });
        return addresses.base() + "calendar/" + secret + ".ics";
    }

    /** Ends the caller's address. */
    @PreAuthorize(Permission.May.READ)
    public void end() {
        PersonId person = me();
        transactions.run(() -> {
            store.remove(person);
            audit.record("calendar.end", "人员 " + person.value(), null, null);
        });
    }

    /**
     * The calendar behind a secret.
     *
     * @throws Refusal NOT_FOUND for one that nobody has
     */
    public String ics(String secret) {
        Optional<PersonId> person = queries.person(hash(secret));
        return person.map(this::calendar).orElseThrow(() -> Refusal.notFound("日历地址无效或已停用,请在接收设置中重新生成。"));
    }

    private PersonId me() {
        return notices.me().orElseThrow(() -> Refusal.invalid("这个账号没有对应的人员,没有自己的节点。"));
    }

    private String calendar(PersonId person) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//guatu//挂图作战//ZH");
        calendar.setName("挂图作战 · 我的节点");
        calendar.setExperimentalProperty("X-WR-CALNAME", "挂图作战 · 我的节点");
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        Instant now = clock.now();
        for (PlanYear year : years.years()) {
            if (year.state() != PlanYearState.ARCHIVED) {
                Map<PhaseId, Phase> phases =
                        projects.phases(year.year()).stream().collect(Collectors.toMap(Phase::id, Function.identity()));
                for (Node node : projects.nodes(year.year())) {
                    Phase phase = phases.get(node.phase());
                    if (phase != null && node.actual() == null && isHis(person, node, phase)) {
                        calendar.addEvent(event(node, phase, now));
                    }
                }
            }
        }
        return Biweekly.write(calendar).go();
    }

    /** A node is of its owner; one that names nobody is of the owner of its phase. */
    private static boolean isHis(PersonId person, Node node, Phase phase) {
        return node.owner() == null ? person.equals(phase.ownerId()) : person.equals(node.ownerId());
    }

    private VEvent event(Node node, Phase phase, Instant now) {
        VEvent event = new VEvent();
        event.setUid("node-" + node.id().value() + "@guatu");
        event.setSequence(node.version());
        event.setDateTimeStamp(Date.from(now));
        boolean late = node.planned().isBefore(clock.today());
        event.setSummary((late ? "【逾期】" : "") + node.name() + "(" + phase.projectName() + ")");
        event.setDescription("分期:" + phase.name() + "\n计划完成:" + node.planned()
                + (node.forecast() == null ? "" : "\n预计完成:" + node.forecast()));
        event.setUrl(addresses.base() + "projects/" + URLEncoder.encode(phase.projectCode(), StandardCharsets.UTF_8)
                + "?year=" + phase.year());
        event.setDateStart(day(node.planned()), false);
        event.setDateEnd(day(node.planned().plusDays(1)), false);
        Trigger before = new Trigger(Duration.builder().prior(true).days(3).build(), Related.START);
        event.addAlarm(VAlarm.display(before, node.name() + " 三天后到期"));
        return event;
    }

    // A day without a time: biweekly writes the parts of the date as this machine's zone has them.
    private static Date day(java.time.LocalDate day) {
        return Date.from(day.atStartOfDay(java.time.ZoneId.systemDefault()).toInstant());
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
