package cn.guatu.supervision;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.security.Permission;
import cn.guatu.supervision.StepStore.Item;
import cn.guatu.supervision.rule.LadderMoments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What some rules would have sent in a week: the same planner, on what was known at each moment of that week. Writes nothing. */
@Service
public class LadderPreview {

    private final LadderRules rules;
    private final LadderReader reader;

    LadderPreview(LadderRules rules, LadderReader reader) {
        this.rules = rules;
        this.reader = reader;
    }

    /**
     * A step that would have been taken.
     *
     * @param at when
     * @param step which
     */
    public record Line(Instant at, PlannedStep step) {}

    /**
     * The steps of a week under some rules, in order.
     *
     * @throws Refusal INVALID when the rules cannot be used
     */
    @PreAuthorize(Permission.May.OPERATE)
    public List<Line> week(int year, ReportingWeek week, LadderSettings settings) {
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(String.join("", faults));
        }
        LadderMoments moments = rules.moments(week, settings);
        Map<Item, LadderLevel> reached = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Instant at : moments.all()) {
            LadderFacts facts = reader.read(year, week, at, at, settings.silentWeeks());
            for (PlannedStep step : new LadderPlanner(settings, moments, facts).steps(at)) {
                Item item = new Item(step.rule(), step.subjectKey());
                @Nullable LadderLevel before = reached.get(item);
                if (before == null || before.compareTo(step.level()) < 0) {
                    reached.put(item, step.level());
                    lines.add(new Line(at, step));
                }
            }
        }
        return lines;
    }
}
