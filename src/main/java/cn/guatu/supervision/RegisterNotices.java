package cn.guatu.supervision;

import cn.guatu.notification.NoticeData;
import cn.guatu.notification.NoticeKind;
import cn.guatu.notification.Notifications;
import cn.guatu.notification.Urgency;
import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.project.Phase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is told what about decisions and blockers. Whoever did it himself is not told. */
@Component
class RegisterNotices {

    private final Notifications notifications;
    private final OrgService org;

    RegisterNotices(Notifications notifications, OrgService org) {
        this.notifications = notifications;
        this.org = org;
    }

    /** Within the transaction that moves the decision. */
    void moved(Decision decision, DecisionMove move, @Nullable String note, Recording how) {
        Set<PersonId> to = new LinkedHashSet<>();
        switch (move) {
            case HAND_OUT, RETURN, REOPEN, SUPERVISE, CLOSE -> to.addAll(heads(decision.lead()));
            case REPORT_DONE -> to.addAll(at(Position.SUPERVISOR));
            case LAG -> {
                to.addAll(heads(decision.lead()));
                to.addAll(at(Position.SUPERVISOR));
            }
            case SIGN, START -> {}
        }
        tell(
                to,
                "decision:" + decision.id().value() + ":" + move + ":" + (decision.version() + 1),
                NoticeKind.DECISION,
                "议定事项" + words(move) + ":" + decision.matter(),
                note == null ? "完成时限 " + decision.due() : note,
                "decisions?year=" + decision.year() + "&open=" + decision.id().value(),
                move == DecisionMove.LAG || move == DecisionMove.SUPERVISE
                        ? Urgency.URGENT
                        : move == DecisionMove.CLOSE ? Urgency.INFO : Urgency.NORMAL,
                how);
    }

    /** Those who hand out are reminded, once for a decision. @return how many are told for the first time */
    int notHandedOut(Decision decision, Recording how) {
        return tell(
                at(Position.SUPERVISOR),
                "decision:" + decision.id().value() + ":not-handed-out",
                NoticeKind.DECISION,
                "议定事项未在3个工作日内交办:" + decision.matter(),
                "会议日期 " + decision.meetingDate() + ",请尽快交办。",
                "decisions?year=" + decision.year() + "&open=" + decision.id().value(),
                Urgency.URGENT,
                how);
    }

    /** Supervisors hear of a morning's escalations in one notice. */
    void wentUp(int count, LocalDate today, Recording how) {
        tell(
                at(Position.SUPERVISOR),
                "blockers-up:" + today,
                NoticeKind.BLOCKER,
                count + " 条堵点超过时限,已自动升级",
                "各牵头科室负责人已收到通知。",
                "blockers",
                Urgency.URGENT,
                how);
    }

    /** Within the transaction that moves the blocker; the tier is the one after it. */
    void moved(Blocker blocker, Phase phase, BlockerMove move, BlockerTier tier, @Nullable String note, Recording how) {
        Set<PersonId> to = new LinkedHashSet<>();
        switch (move) {
            case LOG, REJECT, REOPEN -> to.addAll(heads(phase.lead()));
            case RESOLVE -> to.addAll(at(Position.SUPERVISOR));
            case ESCALATE -> {
                to.addAll(heads(phase.lead()));
                if (!how.actor().equals(RegisterWatch.ACTOR)) {
                    to.addAll(at(Position.SUPERVISOR));
                }
                if (tier == BlockerTier.HEADQUARTERS) {
                    to.addAll(at(Position.BUREAU_LEADER));
                }
            }
            case ANSWER, VERIFY, ASSIGN -> {}
        }
        PersonId owner = blocker.standing().owner();
        if (owner != null) {
            to.add(owner);
        }
        String what = switch (move) {
            case LOG -> "新堵点";
            case ANSWER -> "堵点已回应";
            case ESCALATE -> "堵点升级到" + tier.label();
            case RESOLVE -> "堵点待核实";
            case VERIFY -> "堵点已销号";
            case REJECT -> "堵点未通过核实";
            case REOPEN -> "堵点重新开启";
            case ASSIGN -> "堵点有调整";
        };
        tell(
                to,
                "blocker:" + blocker.id().value() + ":" + move + ":" + (blocker.version() + 1),
                NoticeKind.BLOCKER,
                what + ":" + blocker.problem(),
                ItemName.of(phase, null) + "：" + (note == null ? "责任单位 " + blocker.responsible() : note),
                "blockers?year=" + phase.year() + "&open=" + blocker.id().value(),
                move == BlockerMove.ESCALATE ? Urgency.URGENT : Urgency.NORMAL,
                how);
    }

    private int tell(
            Set<PersonId> people,
            String key,
            NoticeKind kind,
            String title,
            String body,
            String link,
            Urgency urgency,
            Recording how) {
        Set<PersonId> to = new HashSet<>(people);
        org.personByAccount(how.actor()).map(Person::id).ifPresent(to::remove);
        List<NoticeData> notices = new ArrayList<>();
        for (PersonId person : to) {
            notices.add(new NoticeData(key + ":to:" + person.value(), person, kind, title, body, link, urgency));
        }
        return notifications.raise(notices);
    }

    /** The heads of a unit; without one, everybody in it. */
    private Set<PersonId> heads(UnitId unit) {
        Set<PersonId> heads = new LinkedHashSet<>();
        Set<PersonId> all = new LinkedHashSet<>();
        for (Person person : org.people()) {
            if (person.active() && person.unit().equals(unit)) {
                all.add(person.id());
                if (person.position() == Position.DEPARTMENT_HEAD) {
                    heads.add(person.id());
                }
            }
        }
        return heads.isEmpty() ? all : heads;
    }

    private Set<PersonId> at(Position position) {
        Set<PersonId> found = new LinkedHashSet<>();
        for (Person person : org.people()) {
            if (person.active() && person.position() == position) {
                found.add(person.id());
            }
        }
        return found;
    }

    private static String words(DecisionMove move) {
        return switch (move) {
            case HAND_OUT -> "已交办,请签收";
            case RETURN -> "未通过核实";
            case REOPEN -> "重新开启";
            case SUPERVISE -> "转督办";
            case CLOSE -> "已销号";
            case REPORT_DONE -> "待核";
            case LAG -> "滞后";
            case SIGN -> "已签收";
            case START -> "开始办理";
        };
    }
}
