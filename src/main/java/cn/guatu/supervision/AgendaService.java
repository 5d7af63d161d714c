package cn.guatu.supervision;

import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Figures;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Permission;
import cn.guatu.supervision.Agenda.Item;
import cn.guatu.supervision.Agenda.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Draws a meeting's agenda from the figures and the registers as of its date (semantics §14), within the scope of who asks. */
@Service
public class AgendaService {

    private static final int MOST_NODES = 20;

    private final DecisionService decisions;
    private final BlockerService blockers;
    private final MeetingService meetings;
    private final RollupService rollup;
    private final ProjectService projects;
    private final OrgService org;
    private final BusinessClock clock;

    AgendaService(
            DecisionService decisions,
            BlockerService blockers,
            MeetingService meetings,
            RollupService rollup,
            ProjectService projects,
            OrgService org,
            BusinessClock clock) {
        this.decisions = decisions;
        this.blockers = blockers;
        this.meetings = meetings;
        this.rollup = rollup;
        this.projects = projects;
        this.org = org;
        this.clock = clock;
    }

    /** The agenda of a meeting: of its day, or of today while it is yet to come. */
    @PreAuthorize(Permission.May.READ)
    public Agenda of(Meeting meeting, AccessScope scope) {
        int year = meeting.year();
        LocalDate today = clock.today();
        LocalDate day = meeting.heldOn().isAfter(today) ? today : meeting.heldOn();
        Optional<LocalDate> last = meetings.before(year, meeting.heldOn()).map(Meeting::heldOn);
        Map<UnitId, String> units = org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        List<TargetFigure> targets = rollup.targets(year, AsOf.of(day), scope);
        return new Agenda(List.of(
                carriedOver(year, meeting.heldOn(), day, units, scope),
                red(year, targets),
                changed(year, targets, last, scope),
                late(year, day, scope),
                wentUp(year, last.orElse(LocalDate.of(year, 1, 1)), day, units, scope)));
    }

    /** The minutes of a meeting as .docx, as far as the scope sees what was decided. */
    @PreAuthorize(Permission.May.READ)
    public byte[] minutes(Meeting meeting, AccessScope scope) {
        Map<UnitId, String> units = org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return MinutesDocument.of(
                meeting, of(meeting, scope), decisions.ofMeeting(meeting.year(), meeting.heldOn(), scope), units);
    }

    private Section carriedOver(
            int year, LocalDate heldOn, LocalDate day, Map<UnitId, String> units, AccessScope scope) {
        return new Section(
                "上次议定事项",
                decisions.register(year, scope).stream()
                        .filter(each -> each.meetingDate().isBefore(heldOn))
                        .filter(each -> each.status() != DecisionStatus.CLOSED)
                        .sorted(Comparator.comparing(Decision::due)
                                .thenComparing(each -> each.id().value()))
                        .map(each -> new Item(
                                each.isLate(day) ? Light.RED : null,
                                each.matter(),
                                each.status().label() + ",时限 " + Figures.day(each.due(), year),
                                Objects.requireNonNullElse(units.get(each.lead()), ""),
                                "decisions?year=" + year + "&open=" + each.id().value()))
                        .toList());
    }

    private static Section red(int year, List<TargetFigure> targets) {
        return new Section(
                "红灯、督办指标",
                targets.stream()
                        .filter(each -> each.light() == Light.RED || each.light() == Light.ORANGE)
                        .sorted(Comparator.comparing(
                                TargetFigure::deviation, Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(each -> item(
                                year,
                                each,
                                "完成率 " + Figures.rate(each.rate()) + ",与序时相差 " + Figures.points(each.deviation())))
                        .toList());
    }

    private Section changed(int year, List<TargetFigure> targets, Optional<LocalDate> last, AccessScope scope) {
        if (last.isEmpty()) {
            return new Section("灯色变化", List.of());
        }
        Map<String, Light> before = rollup.targets(year, AsOf.of(last.get()), scope).stream()
                .collect(Collectors.toMap(TargetFigure::code, TargetFigure::light));
        return new Section(
                "灯色变化",
                targets.stream()
                        .filter(each -> before.get(each.code()) != null && before.get(each.code()) != each.light())
                        .sorted(Comparator.comparing(
                                        (TargetFigure each) -> each.light().severity())
                                .reversed())
                        .map(each -> item(
                                year,
                                each,
                                Objects.requireNonNull(before.get(each.code())).label() + " → "
                                        + each.light().label() + ",完成率 " + Figures.rate(each.rate())))
                        .toList());
    }

    private Section late(int year, LocalDate day, AccessScope scope) {
        List<NodeFigure> late = rollup.nodes(year, NodeState.LATE, AsOf.of(day), scope);
        return new Section(
                late.size() > MOST_NODES ? "逾期节点(共 " + late.size() + " 个,列前 " + MOST_NODES + ")" : "逾期节点",
                late.stream()
                        .sorted(Comparator.comparingInt(NodeFigure::daysLate)
                                .reversed()
                                .thenComparing(each -> each.id().value()))
                        .limit(MOST_NODES)
                        .map(each -> new Item(
                                each.light(),
                                each.projectName() + " · " + each.node(),
                                "逾期 " + each.daysLate() + " 个工作日,责任人 " + each.owner(),
                                each.leadDepartment(),
                                "projects/" + encoded(each.project()) + "?year=" + year))
                        .toList());
    }

    private Section wentUp(int year, LocalDate since, LocalDate day, Map<UnitId, String> units, AccessScope scope) {
        Map<PhaseId, Phase> phases =
                projects.phases(year).stream().collect(Collectors.toMap(Phase::id, Function.identity()));
        return new Section(
                "升级的堵点",
                blockers.register(year, scope).stream()
                        .filter(Blocker::isOpen)
                        .filter(each -> each.standing().tier() == BlockerTier.HEADQUARTERS
                                || (each.standing().tier() == BlockerTier.TASK_FORCE
                                        && !each.standing().tierSince().isBefore(since)))
                        .sorted(Comparator.comparing(
                                        (Blocker each) -> each.standing().tier())
                                .reversed()
                                .thenComparing(Blocker::raisedOn))
                        .map(each -> {
                            Phase phase = phases.get(each.phase());
                            return new Item(
                                    null,
                                    (phase == null ? "" : phase.projectName() + " · ") + each.problem(),
                                    each.standing().tier().label() + "层级,已堵 " + each.daysHeld(day) + " 天",
                                    phase == null ? "" : Objects.requireNonNullElse(units.get(phase.lead()), ""),
                                    "blockers?year=" + year + "&open="
                                            + each.id().value());
                        })
                        .toList());
    }

    private static Item item(int year, TargetFigure target, String detail) {
        return new Item(
                target.light(),
                target.code() + " " + target.name(),
                detail,
                target.leadDepartment(),
                "plan?year=" + year + "&text=" + encoded(target.name()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
