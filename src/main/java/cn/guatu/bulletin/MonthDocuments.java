package cn.guatu.bulletin;

import cn.guatu.assessment.AssessmentService;
import cn.guatu.assessment.Published;
import cn.guatu.bulletin.rule.CardKind;
import cn.guatu.bulletin.rule.Shown;
import cn.guatu.notification.NoticeData;
import cn.guatu.notification.NoticeKind;
import cn.guatu.notification.Notifications;
import cn.guatu.notification.Urgency;
import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.schedule.JobResult;
import cn.guatu.platform.schedule.PeriodicWork;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What follows a publication: the text of the 通报 is kept, and leaders, department heads and street liaisons are told of their scorecard. A
 * publication whose server died at once is found again, and everybody is told once for an edition.
 */
@Component
class MonthDocuments implements PeriodicWork {

    /** Older publications are history: nobody is told of them when the feature first runs. */
    private static final Duration RECENT = Duration.ofDays(14);

    private final AssessmentService assessment;
    private final PlanYearService years;
    private final OrgService org;
    private final BulletinIssues issues;
    private final CardReading cards;
    private final ScorecardService scorecards;
    private final Notifications notifications;
    private final RetryingTransactions transactions;

    MonthDocuments(
            AssessmentService assessment,
            PlanYearService years,
            OrgService org,
            BulletinIssues issues,
            CardReading cards,
            ScorecardService scorecards,
            Notifications notifications,
            RetryingTransactions transactions) {
        this.assessment = assessment;
        this.years = years;
        this.org = org;
        this.issues = issues;
        this.cards = cards;
        this.scorecards = scorecards;
        this.notifications = notifications;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "month-documents";
    }

    @Override
    public String title() {
        return "发布之后：留存通报、送出评估卡";
    }

    @Override
    public String cron() {
        return "0 0/5 * * * ?";
    }

    /** Publications of the last two weeks, each edition a period of its own: {@code 2026-10.1}. */
    @Override
    public List<String> due(Instant now) {
        return years.years().stream()
                .map(PlanYear::year)
                .flatMap(year -> assessment.published(year).stream())
                .filter(each ->
                        !each.publishedAt().isAfter(now) && each.publishedAt().isAfter(now.minus(RECENT)))
                .sorted(Comparator.comparing(Published::publishedAt))
                .map(MonthDocuments::period)
                .toList();
    }

    @Override
    public String periodOf(LocalDate businessDate) {
        YearMonth month = YearMonth.from(businessDate);
        return latest(month).map(MonthDocuments::period).orElse(month + ".0");
    }

    @Override
    public JobResult run(String period, Instant at) {
        YearMonth month = YearMonth.parse(period.substring(0, period.indexOf('.')));
        if (latest(month).isEmpty()) {
            return JobResult.NOTHING;
        }
        issues.generated(month.getYear(), month.getMonthValue());
        List<NoticeData> notices = notices(month, period);
        int raised = transactions.execute(() -> notifications.raise(notices));
        return new JobResult(raised, notices.size() - raised);
    }

    private Optional<Published> latest(YearMonth month) {
        if (years.find(month.getYear()).isEmpty()) {
            return Optional.empty();
        }
        return assessment.published(month.getYear()).stream()
                .filter(each -> each.month() == month.getMonthValue())
                .max(Comparator.comparingInt(Published::edition));
    }

    private static String period(Published published) {
        return YearMonth.of(published.year(), published.month()) + "." + published.edition();
    }

    private List<NoticeData> notices(YearMonth month, String period) {
        List<Standing> standings =
                cards.standings(month.getYear(), month.getMonthValue(), scorecards.all(month.getYear()));
        List<NoticeData> notices = new ArrayList<>();
        for (Person person : org.people()) {
            if (person.active()) {
                own(person, standings).ifPresent(standing -> notices.add(notice(person, standing, month, period)));
            }
        }
        return notices;
    }

    /** A leader's own page; the page of the department or street of whoever answers for it. */
    private static Optional<Standing> own(Person person, List<Standing> standings) {
        if (person.position() == null) {
            return Optional.empty();
        }
        Function<Standing, String> id = standing -> standing.subject().id();
        return switch (person.position()) {
            case BUREAU_LEADER -> find(standings, CardKind.LEADER, id, person.name());
            case DEPARTMENT_HEAD ->
                find(
                        standings,
                        CardKind.DEPARTMENT,
                        id,
                        String.valueOf(person.unit().value()));
            case STREET_LIAISON ->
                find(
                        standings,
                        CardKind.STREET,
                        id,
                        String.valueOf(person.unit().value()));
            case OFFICER, SUPERVISOR -> Optional.empty();
        };
    }

    private static Optional<Standing> find(
            List<Standing> standings, CardKind kind, Function<Standing, String> id, String wanted) {
        return standings.stream()
                .filter(standing ->
                        standing.subject().kind() == kind && id.apply(standing).equals(wanted))
                .findFirst();
    }

    private static NoticeData notice(Person person, Standing standing, YearMonth month, String period) {
        Subject subject = standing.subject();
        String title = month.getYear() + "年" + month.getMonthValue() + "月评估结果已发布：" + subject.name();
        StringBuilder body = new StringBuilder();
        if (standing.score() != null) {
            body.append("得分").append(standing.score().stripTrailingZeros().toPlainString());
            body.append("，第").append(standing.rank()).append("名。");
        }
        body.append("综合完成率").append(Shown.rate(standing.summary().rate()));
        if (standing.summary().deviation() != null) {
            body.append("，").append(Shown.againstPace(standing.summary().deviation()));
        }
        body.append("，灯为").append(standing.summary().light().label()).append("。");
        return new NoticeData(
                "card:" + period + ":to:" + person.id().value(),
                person.id(),
                NoticeKind.ASSESSMENT,
                title,
                body.toString(),
                "scorecards/" + subject.kind().path() + "/"
                        + URLEncoder.encode(subject.id(), StandardCharsets.UTF_8)
                                .replace("+", "%20") + "/"
                        + month.getYear() + "/" + month.getMonthValue(),
                Urgency.INFO);
    }
}
