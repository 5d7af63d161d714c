package cn.guatu.supervision;

import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 督办单 as they would be issued for an item: to its lead department, with the demand and the days that the rules name. */
@Component
public class OrderDrafts {

    private static final int LONGEST_SUBJECT = 400;

    private final ProjectService projects;
    private final LadderRules rules;
    private final WorkCalendars calendars;
    private final BusinessClock clock;

    OrderDrafts(ProjectService projects, LadderRules rules, WorkCalendars calendars, BusinessClock clock) {
        this.projects = projects;
        this.rules = rules;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * For a phase or one of its nodes.
     *
     * @param reason why; may still be empty
     */
    public NewOrder of(PhaseId phase, @Nullable NodeId node, String reason) {
        Phase found = projects.phase(phase).orElseThrow(() -> Refusal.notFound("没有这个分期，请刷新。"));
        String of = node == null
                ? null
                : projects.node(node).map(Node::name).orElseThrow(() -> Refusal.notFound("没有这个节点，请刷新。"));
        return draft(
                found.year(),
                phase,
                node,
                null,
                ItemName.of(found, of),
                reason,
                found.lead(),
                found.leader(),
                clock.today());
    }

    /** For a decision that is turned into supervision (转督办). */
    NewOrder of(Decision decision, @Nullable String reason, LocalDate day) {
        String why = "%s会议议定事项，时限 %s%s"
                .formatted(decision.meetingDate(), decision.due(), reason == null ? "。" : "：" + reason);
        return draft(decision.year(), null, null, decision.id(), decision.matter(), why, decision.lead(), null, day);
    }

    private NewOrder draft(
            int year,
            @Nullable PhaseId phase,
            @Nullable NodeId node,
            @Nullable DecisionId decision,
            String subject,
            String reason,
            UnitId department,
            @Nullable String leader,
            LocalDate day) {
        LadderSettings settings = rules.current().settings();
        LocalDate deadline = calendars.current().plusWorkingDays(day, settings.orderDays());
        return new NewOrder(
                year,
                phase,
                node,
                decision,
                subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT - 1) + "…" : subject,
                reason,
                settings.demand(deadline),
                department,
                leader,
                deadline);
    }
}
