package cn.guatu.supervision;

import cn.guatu.notification.NoticeData;
import cn.guatu.notification.NoticeKind;
import cn.guatu.notification.Notifications;
import cn.guatu.notification.Urgency;
import cn.guatu.org.PersonId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.ReportItem;
import cn.guatu.supervision.rule.LadderMoments;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the ladder tells people: one digest a person and week, with what is asked, the steps that were taken so far and what was accounted for
 * while the server was off; later steps of the week in one notice a run.
 */
@Component
class LadderNotices {

    private static final int NAMED = 12;

    private final Notifications notifications;
    private final StepQueries steps;

    LadderNotices(Notifications notifications, StepQueries steps) {
        this.notifications = notifications;
        this.steps = steps;
    }

    /** What one person is to be told. */
    private static final class Told {
        private final List<ReportItem> asked = new ArrayList<>();
        private final List<PlannedStep> fresh = new ArrayList<>();
        private int recorded;
    }

    /** Tells everybody, within the transaction of the steps. 督办单 tell of themselves. */
    void tell(LadderFacts facts, ReportingWeek week, LadderMoments moments, List<PlannedStep> fresh) {
        Map<Long, Told> people = new TreeMap<>();
        for (ReportItem item : facts.reports()) {
            PersonId owner = facts.answersFor(item);
            if (item.week().equals(week) && owner != null && !item.state().isReported()) {
                people.computeIfAbsent(owner.value(), person -> new Told())
                        .asked
                        .add(item);
            }
        }
        for (PlannedStep step : fresh) {
            if (step.level() != LadderLevel.ORDER) {
                for (PlannedStep.Recipient recipient : step.to()) {
                    if (recipient.person() != null) {
                        people.computeIfAbsent(recipient.person().value(), person -> new Told())
                                .fresh
                                .add(step);
                    }
                }
            }
        }
        steps.recordedSince(facts.year(), moments.week().firstDay(), facts.people())
                .forEach(
                        (person, count) -> people.computeIfAbsent(person.value(), each -> new Told()).recorded = count);
        people.forEach((id, told) -> tell(new PersonId(id), told, week, moments));
    }

    private void tell(PersonId person, Told told, ReportingWeek week, LadderMoments moments) {
        String address = told.asked.isEmpty() ? "supervision?week=" + week : "my-week";
        Urgency urgency = told.fresh.stream().anyMatch(step -> step.level() == LadderLevel.OVERDUE)
                ? Urgency.URGENT
                : Urgency.NORMAL;
        boolean isFirst = notifications.raise(new NoticeData(
                "weekly:" + week + ":to:" + person.value(),
                person,
                told.asked.isEmpty() ? NoticeKind.SUPERVISION : NoticeKind.REPORT,
                title(told, week),
                digest(told, moments),
                address,
                urgency));
        if (!isFirst && !told.fresh.isEmpty()) {
            PlannedStep first = told.fresh.getFirst();
            notifications.raise(new NoticeData(
                    "ladder:%s:to:%d:%s:%s:%s"
                            .formatted(week, person.value(), first.rule(), first.subjectKey(), first.level()),
                    person,
                    NoticeKind.SUPERVISION,
                    levels(told.fresh),
                    messages(told.fresh),
                    address,
                    urgency));
        }
    }

    private static String title(Told told, ReportingWeek week) {
        List<String> parts = new ArrayList<>();
        if (!told.asked.isEmpty()) {
            parts.add("请填报 " + told.asked.size() + " 项");
        }
        if (!told.fresh.isEmpty()) {
            parts.add(levels(told.fresh));
        }
        if (told.recorded > 0) {
            parts.add("停机期间补记 " + told.recorded + " 项");
        }
        return "第" + week.week() + "周：" + String.join("，", parts);
    }

    private static String digest(Told told, LadderMoments moments) {
        StringBuilder text = new StringBuilder();
        if (!told.asked.isEmpty()) {
            LocalDateTime due = LocalDateTime.ofInstant(moments.due(), BusinessClock.ZONE);
            text.append("请于%d月%d日%d:%02d前填报 %d 项。\n"
                    .formatted(
                            due.getMonthValue(),
                            due.getDayOfMonth(),
                            due.getHour(),
                            due.getMinute(),
                            told.asked.size()));
        }
        text.append(messages(told.fresh));
        if (told.recorded > 0) {
            text.append("\n系统停机的几周里有 ").append(told.recorded).append(" 项督办已补记，不再逐条提醒。");
        }
        return text.toString();
    }

    private static String levels(List<PlannedStep> fresh) {
        Map<LadderLevel, Long> counts =
                fresh.stream().collect(Collectors.groupingBy(PlannedStep::level, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> each.getKey().label() + " " + each.getValue() + " 项")
                .collect(Collectors.joining("，"));
    }

    private static String messages(List<PlannedStep> fresh) {
        String named = fresh.stream().limit(NAMED).map(PlannedStep::message).collect(Collectors.joining("\n"));
        return fresh.size() > NAMED ? named + "\n……共 " + fresh.size() + " 项。" : named;
    }
}
