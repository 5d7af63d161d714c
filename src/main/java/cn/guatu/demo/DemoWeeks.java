package cn.guatu.demo;

import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.Approval;
import cn.guatu.progress.Ask;
import cn.guatu.progress.Claim;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.progress.ReportKey;
import cn.guatu.progress.ReportReview;
import cn.guatu.progress.ReportService;
import cn.guatu.progress.Submission;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/**
 * The weekly reports of the demonstration: some weeks that are over, with what was missed and returned, and the open week, in which the
 * officer zr11 has eight items before him and his head a few to review. Everything goes through the services, at its time.
 */
@Component
class DemoWeeks implements DemoChapter {

    private static final int WEEKS = 3;
    private static final int AROUND = 14;
    private static final int ITEMS_OF_THE_OFFICER = 8;
    private static final String OFFICER = "zr11";
    private static final String HEAD = "kz1";
    private static final String SYSTEM = "系统·每周督办";
    private static final List<String> PROGRESS = List.of(
            "已完成部门征求意见，正在汇总修改。",
            "权利人签约率较上周提高，剩余户数正逐户沟通。",
            "方案已提交专题会审议，会议纪要待印发。",
            "现场核查完成，报批材料已报窗口受理。",
            "施工单位已进场，围挡和临时用电完成。",
            "地价评估报告已出，正在走付款流程。");
    private static final List<String> NEXT = List.of("下周完成材料补正并报批。", "下周组织复核并上会。", "继续签约，力争月底前完成。", "跟进审批进度，每两天对接一次。");
    private static final List<String> DIFFICULTY = List.of("个别权利人诉求差距较大。", "涉及管线迁改，需水务部门协调。", "历史用地处置意见尚未统一。");

    private final ReportService reports;
    private final ReportReview review;
    private final ReportDeadlines deadlines;
    private final ProjectService projects;
    private final TargetService targets;
    private final LedgerService ledger;
    private final OrgService org;
    private final BusinessClock clock;

    DemoWeeks(
            ReportService reports,
            ReportReview review,
            ReportDeadlines deadlines,
            ProjectService projects,
            TargetService targets,
            LedgerService ledger,
            OrgService org,
            BusinessClock clock) {
        this.reports = reports;
        this.review = review;
        this.deadlines = deadlines;
        this.projects = projects;
        this.targets = targets;
        this.ledger = ledger;
        this.org = org;
        this.clock = clock;
    }

    /** What a week is drawn from. */
    private record Cast(
            int year,
            Map<PhaseId, Phase> phases,
            List<Node> nodes,
            Map<TargetId, Target> targets,
            Map<PersonId, String> accounts,
            Map<UnitId, String> heads,
            SplittableRandom random) {

        @Nullable
        PersonId owner(Node node) {
            Phase phase = phases.get(node.phase());
            return node.owner() != null || phase == null ? node.ownerId() : phase.ownerId();
        }

        String account(Node node) {
            PersonId owner = owner(node);
            return owner == null ? OFFICER : accounts.getOrDefault(owner, OFFICER);
        }

        String head(Node node) {
            Phase phase = phases.get(node.phase());
            return phase == null ? HEAD : heads.getOrDefault(phase.lead(), HEAD);
        }

        String any(List<String> texts) {
            return texts.get(random.nextInt(texts.size()));
        }
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return "每周填报";
    }

    @Override
    public void write(DemoYear demo, LocalDate today) {
        int year = demo.year();
        List<Person> people = org.people();
        Cast cast = new Cast(
                year,
                projects.phases(year).stream().collect(Collectors.toMap(Phase::id, Function.identity())),
                projects.nodes(year),
                targets.targets(year).stream().collect(Collectors.toMap(Target::id, Function.identity())),
                accounts(people),
                heads(people),
                new SplittableRandom(year * 31L + 7));
        ReportingWeek current = deadlines.current();
        for (int back = WEEKS; back >= 1; back--) {
            ReportingWeek week = current.plus(-back);
            if (week.firstDay().getYear() == year) {
                past(week, cast);
            }
        }
        open(current, cast);
    }

    private void past(ReportingWeek week, Cast cast) {
        List<Node> asked = around(week, cast);
        Instant due = deadlines.due(week);
        clock.at(due.minus(Duration.ofDays(2)), () -> ask(week, asked, cast));
        for (Node node : asked) {
            int luck = cast.random().nextInt(100);
            ReportKey item = new ReportKey(week, node.phase(), node.id());
            if (luck >= 94) {
                continue;
            }
            clock.at(due.minus(Duration.ofMinutes(30 + cast.random().nextInt(600))), () -> {
                as(cast.account(node), () -> reports.submit(new Submission(item, words(cast, luck < 60), 0)));
            });
            clock.at(due.plus(Duration.ofMinutes(10 + cast.random().nextInt(120))), () -> {
                if (luck < 90) {
                    as(cast.head(node), () -> review.approve(Approval.asProposed(item, 1)));
                } else {
                    as(cast.head(node), () -> review.sendBack(item, 1, "进展写得太笼统，请写明完成了什么、还差什么。"));
                }
            });
        }
    }

    private void open(ReportingWeek week, Cast cast) {
        List<Node> mine = cast.nodes().stream()
                .filter(node -> node.actual() == null && cast.account(node).equals(OFFICER))
                .sorted(Comparator.comparing(Node::planned)
                        .thenComparing(node -> node.id().value()))
                .limit(ITEMS_OF_THE_OFFICER)
                .toList();
        askOfPhases(week, ITEMS_OF_THE_OFFICER - mine.size(), cast);
        List<Node> others = around(week, cast).stream()
                .filter(node -> node.actual() == null && !cast.account(node).equals(OFFICER))
                .toList();
        ask(week, Stream.concat(mine.stream(), others.stream()).toList(), cast);
        for (int i = 0; i < others.size(); i += 2) {
            Node node = others.get(i);
            ReportKey item = new ReportKey(week, node.phase(), node.id());
            boolean news = i % 4 == 0;
            as(
                    cast.account(node),
                    () -> reports.submit(new Submission(item, news ? claim(node, cast) : words(cast, true), 0)));
        }
    }

    /** The officer has more phases than nodes that can move this week: some phases are asked for as a whole. */
    private void askOfPhases(ReportingWeek week, int howMany, Cast cast) {
        List<Ask> asks = cast.phases().values().stream()
                .filter(phase -> phase.ownerId() != null
                        && OFFICER.equals(cast.accounts().get(phase.ownerId())))
                .sorted(Comparator.comparing(phase -> phase.id().value()))
                .limit(Math.max(0, howMany))
                .map(phase -> new Ask(phase.id(), null, phase.ownerId(), "灯有变化，请报总体进展"))
                .toList();
        reports.ask(cast.year(), week, asks, new Recording(clock.now(), SYSTEM, cast.year(), null));
    }

    private List<Node> around(ReportingWeek week, Cast cast) {
        LocalDate from = week.firstDay().minusDays(AROUND);
        LocalDate to = week.lastDay().plusDays(AROUND);
        return cast.nodes().stream()
                .filter(node ->
                        !node.planned().isBefore(from) && !node.planned().isAfter(to))
                .filter(node -> node.actual() == null || !node.actual().isBefore(week.firstDay()))
                .toList();
    }

    private void ask(ReportingWeek week, List<Node> nodes, Cast cast) {
        List<Ask> asks = new ArrayList<>();
        for (Node node : nodes) {
            boolean late = node.planned().isBefore(week.firstDay());
            asks.add(new Ask(node.phase(), node.id(), cast.owner(node), late ? "已过计划日期" : "两周内到期"));
        }
        reports.ask(cast.year(), week, asks, new Recording(clock.now(), SYSTEM, cast.year(), null));
    }

    private static Claim words(Cast cast, boolean noChange) {
        return noChange
                ? Claim.nothingMoved()
                : Claim.of(
                        cast.any(PROGRESS),
                        cast.any(NEXT),
                        cast.random().nextInt(4) == 0 ? cast.any(DIFFICULTY) : null);
    }

    // Half of what the node declares on top of what is confirmed: the head sees both before he approves.
    private Claim claim(Node node, Cast cast) {
        Target target = node.target() == null ? null : cast.targets().get(node.target());
        if (target == null || target.kind() != TargetKind.FLOW || node.quantity() == null) {
            return words(cast, false);
        }
        BigDecimal cumulative =
                ledger.confirmed(node.phase(), target.id()).add(node.quantity().multiply(new BigDecimal("0.5")));
        Claim words = words(cast, false);
        return new Claim(
                cumulative,
                null,
                null,
                null,
                null,
                words.progress(),
                words.nextSteps(),
                words.difficulty(),
                null,
                false);
    }

    private static Map<PersonId, String> accounts(List<Person> people) {
        Map<PersonId, String> accounts = new HashMap<>();
        people.stream()
                .filter(person -> person.account() != null)
                .forEach(person -> accounts.put(person.id(), String.valueOf(person.account())));
        return accounts;
    }

    private static Map<UnitId, String> heads(List<Person> people) {
        Map<UnitId, String> heads = new HashMap<>();
        people.stream()
                .filter(person -> person.position() == Position.DEPARTMENT_HEAD && person.account() != null)
                .forEach(person -> heads.put(person.unit(), String.valueOf(person.account())));
        return heads;
    }

    /** Does the work in the name of somebody of the district. */
    private static void as(String account, Runnable work) {
        Caller caller = new Caller(
                account,
                account,
                Set.of(),
                Set.of(Permission.READ, Permission.REPORT, Permission.RECOGNISE),
                AccessScope.everything(),
                0,
                "");
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                caller,
                null,
                caller.permissions().stream()
                        .map(each -> new SimpleGrantedAuthority(each.authority()))
                        .toList())));
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
