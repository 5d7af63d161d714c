package cn.guatu.supervision;

import cn.guatu.org.PersonId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.Ask;
import cn.guatu.progress.ReportItem;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.supervision.PlannedStep.Recipient;
import cn.guatu.supervision.rule.Ladder;
import cn.guatu.supervision.rule.LadderMoments;
import cn.guatu.supervision.rule.WhoIsAsked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rules ask for on the facts of a day: whom to ask, and which steps of the ladder. Writes nothing, so it previews as well. */
final class LadderPlanner {

    private final LadderSettings settings;
    private final LadderMoments moments;
    private final LadderFacts facts;

    LadderPlanner(LadderSettings settings, LadderMoments moments, LadderFacts facts) {
        this.settings = settings;
        this.moments = moments;
        this.facts = facts;
    }

    /** The nodes that can have moved, with the reason and who answers. */
    List<Ask> asks() {
        List<Ask> asks = new ArrayList<>();
        for (NodeFigure figure : facts.figures()) {
            Node node = node(figure.id());
            boolean evidenceMissing =
                    figure.actual() != null && figure.quantity() != null && figure.recognised() == null;
            WhoIsAsked.reason(
                            new WhoIsAsked.NodeView(
                                    figure.planned(),
                                    figure.forecast(),
                                    figure.actual(),
                                    figure.light(),
                                    facts.lightsBefore().get(figure.id()),
                                    evidenceMissing),
                            facts.day(),
                            settings.windowDays())
                    .ifPresent(reason -> asks.add(new Ask(
                            node.phase(),
                            node.id(),
                            facts.people().owner(figure.owner(), ownerOf(node)).person(),
                            reason)));
        }
        return asks;
    }

    /** The steps that the nodes and the asked items are on at an instant. */
    List<PlannedStep> steps(Instant at) {
        Ladder ladder = new Ladder(settings, moments, at);
        List<PlannedStep> steps = new ArrayList<>();
        for (NodeFigure figure : facts.figures()) {
            ladder.node(new Ladder.NodeFact(
                            figure.planned(),
                            figure.actual() == null,
                            figure.daysLate(),
                            ordered(node(figure.id()).phase(), figure.id())))
                    .ifPresent(level -> steps.add(nodeStep(figure, level)));
        }
        Map<String, Set<ReportingWeek>> silent = silentWeeks();
        for (ReportItem item : facts.reports()) {
            if (item.week().equals(moments.week())) {
                int silentBefore = silentBefore(silent.getOrDefault(key(item), Set.of()));
                Instant reportedAt = item.state().isReported() ? item.submittedAt() : null;
                ladder.report(new Ladder.ReportFact(reportedAt, silentBefore, ordered(item.phase(), item.node())))
                        .ifPresent(level -> steps.add(reportStep(item, level, silentBefore + 1)));
            }
        }
        return steps;
    }

    private PlannedStep nodeStep(NodeFigure figure, LadderLevel level) {
        Node node = node(figure.id());
        Phase phase = phase(node.phase());
        Recipient owner = facts.people().owner(figure.owner(), ownerOf(node));
        String subject = figure.project() + "/" + figure.phase() + "/" + figure.node();
        String named = ItemName.of(phase, figure.node());
        return new PlannedStep(
                LadderRule.NODE,
                level,
                phase.id(),
                node.id(),
                subject,
                named,
                recipients(level, owner, phase),
                said(LadderRule.NODE, level, named, words(figure.planned()), figure.daysLate()),
                figure.daysLate(),
                phase.lead(),
                phase.leader());
    }

    private PlannedStep reportStep(ReportItem item, LadderLevel level, int silent) {
        Phase phase = phase(item.phase());
        @Nullable Node node = item.node() == null ? null : facts.nodes().get(item.node());
        String ownerName =
                node != null && node.owner() != null && !node.owner().isBlank() ? node.owner() : phase.owner();
        String subject = phase.projectCode() + "/" + phase.name() + (node == null ? "" : "/" + node.name());
        String named = ItemName.of(phase, node == null ? null : node.name());
        return new PlannedStep(
                LadderRule.REPORT,
                level,
                phase.id(),
                item.node(),
                subject,
                named,
                recipients(level, facts.people().owner(ownerName, facts.answersFor(item)), phase),
                said(LadderRule.REPORT, level, named, words(moments.due()), silent),
                silent,
                phase.lead(),
                phase.leader());
    }

    /** Reminders go to the owner, 逾期 also to the head, a 督办单 to the head and the responsible leader. */
    private List<Recipient> recipients(LadderLevel level, Recipient owner, Phase phase) {
        return switch (level) {
            case DUE_SOON, UNREPORTED -> List.of(owner);
            case OVERDUE -> {
                List<Recipient> both = new ArrayList<>(List.of(owner));
                both.addAll(facts.people().heads(phase.lead()));
                yield both;
            }
            case ORDER -> {
                List<Recipient> above = new ArrayList<>(facts.people().heads(phase.lead()));
                above.addAll(facts.people().leader(phase.leader()));
                yield above;
            }
        };
    }

    private String said(LadderRule rule, LadderLevel level, String named, String due, int days) {
        return settings.text(rule, level)
                .replace("〔事项〕", "“" + named + "”")
                .replace("〔期限〕", due)
                .replace("〔天数〕", String.valueOf(days))
                .replace("〔周〕", "第" + moments.week().week() + "周");
    }

    private Map<String, Set<ReportingWeek>> silentWeeks() {
        Map<String, Set<ReportingWeek>> silent = new HashMap<>();
        for (ReportItem item : facts.reports()) {
            if (!item.state().isReported()) {
                silent.computeIfAbsent(key(item), each -> new TreeSet<>()).add(item.week());
            }
        }
        return silent;
    }

    private int silentBefore(Set<ReportingWeek> silent) {
        int weeks = 0;
        for (ReportingWeek week = moments.week().previous(); silent.contains(week); week = week.previous()) {
            weeks++;
        }
        return weeks;
    }

    private boolean ordered(PhaseId phase, @Nullable NodeId node) {
        return facts.ordered().contains(PlannedStep.subjectKey(phase, node));
    }

    private static String key(ReportItem item) {
        return PlannedStep.subjectKey(item.phase(), item.node());
    }

    private @Nullable PersonId ownerOf(Node node) {
        boolean own = node.owner() != null && !node.owner().isBlank();
        return own ? node.ownerId() : phase(node.phase()).ownerId();
    }

    private Node node(NodeId id) {
        return Objects.requireNonNull(facts.nodes().get(id));
    }

    private Phase phase(PhaseId id) {
        return Objects.requireNonNull(facts.phases().get(id));
    }

    private static String words(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String words(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, BusinessClock.ZONE);
        return "%s%d:%02d".formatted(words(local.toLocalDate()), local.getHour(), local.getMinute());
    }
}
