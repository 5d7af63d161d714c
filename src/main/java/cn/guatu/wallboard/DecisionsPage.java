package cn.guatu.wallboard;

import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.supervision.Decision;
import cn.guatu.supervision.DecisionService;
import cn.guatu.supervision.DecisionStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 会议议定: what meetings decided and is not done, the latest past its day first. */
@Component
class DecisionsPage implements WallPage {

    @Override
    public String kind() {
        return "DECISIONS";
    }

    @Override
    public String label() {
        return "会议议定";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public int usualDwell() {
        return 30;
    }

    @Override
    public boolean readsMore() {
        return true;
    }

    private static final int SHOWN = 40;

    /** The register: how many stand in each state, and those that are open. */
    record Register(int total, int open, int late, List<Count> counts, List<Item> items) {}

    /** How many stand in a state. */
    record Count(String word, int number) {}

    /** A decision; {@code days} until its day, negative when it is past. */
    record Item(
            LocalDate meeting,
            String matter,
            String lead,
            @Nullable String assisting,
            LocalDate due,
            String status,
            boolean late,
            long days,
            @Nullable String progress) {}

    private final DecisionService decisions;
    private final OrgService org;

    DecisionsPage(DecisionService decisions, OrgService org) {
        this.decisions = decisions;
        this.org = org;
    }

    @Override
    public Object slice(PageFacts facts) {
        LocalDate day = facts.asOf().date();
        Map<UnitId, String> names = org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        List<Decision> seen = decisions.all(facts.year()).stream()
                .filter(decision -> facts.access().seesUnit(decision.lead()))
                .toList();
        List<Decision> open = seen.stream().filter(Decision::isOpen).toList();
        return new Register(
                seen.size(),
                open.size(),
                (int) open.stream().filter(decision -> decision.isLate(day)).count(),
                Arrays.stream(DecisionStatus.values())
                        .map(status -> new Count(status.label(), (int) seen.stream()
                                .filter(decision -> decision.status() == status)
                                .count()))
                        .filter(count -> count.number() > 0)
                        .toList(),
                open.stream()
                        .sorted(Comparator.comparing(Decision::due)
                                .thenComparing(decision -> decision.id().value()))
                        .limit(SHOWN)
                        .map(decision -> new Item(
                                decision.meetingDate(),
                                decision.matter(),
                                names.getOrDefault(decision.lead(), ""),
                                decision.assisting(),
                                decision.due(),
                                decision.status().label(),
                                decision.isLate(day),
                                ChronoUnit.DAYS.between(day, decision.due()),
                                decision.progress()))
                        .toList());
    }
}
