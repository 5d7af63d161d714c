package cn.guatu.supervision;

import cn.guatu.notification.NoticeData;
import cn.guatu.notification.NoticeKind;
import cn.guatu.notification.Notifications;
import cn.guatu.notification.Urgency;
import cn.guatu.org.ChangeLog;
import cn.guatu.org.OrgService;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.PlannedStep.Recipient;
import cn.guatu.supervision.SupervisionWord.About;
import cn.guatu.supervision.SupervisionWord.Kind;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** 催办 and 批示 on any item: whoever answers for it is told, and it stays to be seen with the item. */
@Service
public class WordService {

    private static final int LONGEST = 1000;

    private final WordQueries queries;
    private final WordStore store;
    private final OrderQueries orders;
    private final RetryingTransactions transactions;
    private final Notifications notifications;
    private final ProjectService projects;
    private final TargetService targets;
    private final OrgService org;
    private final ChangeLog changes;
    private final AuditService audit;
    private final CurrentUser user;
    private final BusinessClock clock;

    WordService(
            WordQueries queries,
            WordStore store,
            OrderQueries orders,
            RetryingTransactions transactions,
            Notifications notifications,
            ProjectService projects,
            TargetService targets,
            OrgService org,
            ChangeLog changes,
            AuditService audit,
            CurrentUser user,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.orders = orders;
        this.transactions = transactions;
        this.notifications = notifications;
        this.projects = projects;
        this.targets = targets;
        this.org = org;
        this.changes = changes;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** What was said in a plan year about what the caller sees, the latest first. */
    @PreAuthorize(Permission.May.READ)
    public List<SupervisionWord> words(int year) {
        return queries.all(year, user.scope());
    }

    /** 催办: reminds whoever answers for an item. */
    @PreAuthorize("hasAnyAuthority('MAY_OPERATE', 'MAY_APPROVE')")
    public void urge(int year, About about, String text) {
        say(year, Kind.URGE, about, text.isBlank() ? "请抓紧办理。" : text);
    }

    /** 批示: a leader's word on a target, a phase, a node or a 督办单. */
    @PreAuthorize(Permission.May.APPROVE)
    public void instruct(int year, About about, String text) {
        if (text.isBlank()) {
            throw Refusal.invalid("请填写批示内容。");
        }
        say(year, Kind.INSTRUCTION, about, text);
    }

    private void say(int year, Kind kind, About about, String text) {
        String said = text.strip();
        if (said.length() > LONGEST) {
            throw Refusal.invalid(kind.label() + "不超过 " + LONGEST + " 字，请缩短。");
        }
        transactions.run(() -> {
            Recording how = new Recording(clock.now(), user.account(), year, null);
            Addressed addressed = addressed(year, about);
            SupervisionWord word = new SupervisionWord(
                    kind, about, addressed.subject(), said, addressed.names(), user.displayName(), how.at());
            long id = store.insert(year, word, how);
            changes.record(how, "WORDS", kind.label() + " " + addressed.subject());
            audit.record(
                    kind == Kind.URGE ? "item.urged" : "item.instructed",
                    addressed.subject(),
                    null,
                    Map.of("text", said));
            for (Recipient recipient : addressed.to()) {
                if (recipient.person() != null) {
                    notifications.raise(new NoticeData(
                            "word:" + id + ":to:" + recipient.person().value(),
                            recipient.person(),
                            kind == Kind.URGE ? NoticeKind.SUPERVISION : NoticeKind.INSTRUCTION,
                            kind.label() + "：" + addressed.subject(),
                            user.displayName() + "：" + said,
                            addressed.link(),
                            Urgency.URGENT));
                }
            }
        });
    }

    private record Addressed(String subject, List<Recipient> to, String link) {
        String names() {
            return to.stream().map(Recipient::name).distinct().collect(Collectors.joining("、"));
        }
    }

    private Addressed addressed(int year, About about) {
        LadderPeople people = new LadderPeople(org.people(), org.units());
        if (about.target() != null) {
            Target target = targets.targets(year).stream()
                    .filter(each -> each.id().equals(about.target()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("没有这个指标，请刷新。"));
            return new Addressed(target.code() + " " + target.name(), people.heads(target.lead()), "plan");
        }
        if (about.order() != null && about.phase() == null) {
            SupervisionOrder order =
                    orders.find(about.order(), user.scope()).orElseThrow(() -> Refusal.notFound("没有这张督办单，或您无权查看。"));
            return new Addressed(
                    order.title() + " " + order.subject(),
                    people.heads(order.department()),
                    "supervision/orders/" + order.id().value());
        }
        Phase phase = projects.phase(Objects.requireNonNull(about.phase()))
                .filter(each -> each.isSeenBy(user.scope()))
                .orElseThrow(() -> Refusal.notFound("没有这个分期，或您无权查看。"));
        @Nullable
        Node node = about.node() == null
                ? null
                : projects.node(about.node()).orElseThrow(() -> Refusal.notFound("没有这个节点，请刷新。"));
        boolean own = node != null && node.owner() != null && !node.owner().isBlank();
        Recipient owner = own && node != null
                ? people.owner(Objects.requireNonNull(node.owner()), node.ownerId())
                : people.owner(phase.owner(), phase.ownerId());
        List<Recipient> to = new ArrayList<>(List.of(owner));
        to.addAll(people.heads(phase.lead()));
        return new Addressed(
                ItemName.of(phase, node == null ? null : node.name()),
                to,
                about.order() == null
                        ? "supervision"
                        : "supervision/orders/" + about.order().value());
    }
}
