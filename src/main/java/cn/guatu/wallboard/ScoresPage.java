package cn.guatu.wallboard;

import cn.guatu.assessment.AssessmentService;
import cn.guatu.assessment.MonthResult;
import cn.guatu.assessment.Published;
import cn.guatu.assessment.ScoreItem;
import cn.guatu.assessment.Scorecard;
import cn.guatu.assessment.Visibility;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.time.BusinessClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 月度评分: ranks and scores of the last month that was published, how each unit moved since the month before, and what cost it most. */
@Component
class ScoresPage implements WallPage {

    private static final int REASONS_SHOWN = 2;
    // two months of each year that walls show
    private static final int READ_KEPT = 16;

    private final AssessmentService assessment;
    private final BusinessClock clock;
    private final Map<List<Published>, MonthResult> read =
            Collections.synchronizedMap(new LinkedHashMap<>(READ_KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<List<Published>, MonthResult> eldest) {
                    return size() > READ_KEPT;
                }
            });

    ScoresPage(AssessmentService assessment, BusinessClock clock) {
        this.assessment = assessment;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "SCORES";
    }

    @Override
    public String label() {
        return "月度评分";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public int usualDwell() {
        return 25;
    }

    @Override
    public boolean readsMore() {
        return true;
    }

    /**
     * The scorecards of a month, streets before departments.
     *
     * @param month 1–12; null when no month has been published
     * @param cutOff its last day
     * @param publishedOn when it was published
     * @param before the month that ranks are compared with; null when this one is the first
     */
    record Scores(
            @Nullable Integer month,
            @Nullable LocalDate cutOff,
            @Nullable LocalDate publishedOn,
            @Nullable Integer before,
            List<Group> groups) {}

    /** Units that are ranked among themselves. */
    record Group(String name, List<Card> cards) {}

    /**
     * A unit.
     *
     * @param moved places gained since the month before, negative: lost; null when it had no rank in one of them
     * @param change of its score since then
     * @param reasons what cost most, worst first; empty when nothing did, or when the viewer sees the score alone
     */
    record Card(
            String name,
            @Nullable Integer rank,
            @Nullable BigDecimal score,
            @Nullable Integer moved,
            @Nullable BigDecimal change,
            List<Reason> reasons) {}

    /** Points that were lost, as a positive number. */
    record Reason(String part, String item, BigDecimal lost, String why) {}

    @Override
    public Object slice(PageFacts facts) {
        List<Published> editions = assessment.published(facts.year()).stream()
                .filter(each -> !each.cutOff().isAfter(facts.asOf().date()))
                .toList();
        Optional<Integer> last = lastMonth(editions, 13);
        if (last.isEmpty()) {
            return new Scores(null, null, null, null, List.of());
        }
        MonthResult result = result(editions, last.get());
        Optional<Integer> before = lastMonth(editions, last.get());
        Map<UnitId, Scorecard> earlier =
                before.map(month -> result(editions, month).scorecards()).orElse(List.of()).stream()
                        .collect(Collectors.toMap(Scorecard::unitId, Function.identity()));
        List<Scorecard> cards = Visibility.of(result, facts.access());
        Instant published = result.publishedAt();
        return new Scores(
                result.month(),
                result.cutOff(),
                published == null ? null : published.atZone(clock.zone()).toLocalDate(),
                before.orElse(null),
                Stream.of(UnitKind.STREET, UnitKind.DEPARTMENT, UnitKind.TASK_FORCE)
                        .map(kind -> new Group(
                                kind.label(),
                                cards.stream()
                                        .filter(card -> card.unitType() == kind)
                                        .map(card -> card(card, earlier.get(card.unitId())))
                                        .toList()))
                        .filter(group -> !group.cards().isEmpty())
                        .toList());
    }

    /** A published month, read once: an edition never changes, and another edition is another key. */
    private MonthResult result(List<Published> editions, int month) {
        List<Published> own =
                editions.stream().filter(each -> each.month() == month).toList();
        return read.computeIfAbsent(
                own, each -> assessment.result(own.getFirst().year(), month, null));
    }

    private static Optional<Integer> lastMonth(List<Published> editions, int before) {
        return editions.stream()
                .map(Published::month)
                .filter(month -> month < before)
                .max(Comparator.naturalOrder());
    }

    private static Card card(Scorecard card, @Nullable Scorecard earlier) {
        BigDecimal score = card.score();
        Integer rank = card.rank();
        BigDecimal scoreBefore = earlier == null ? null : earlier.score();
        Integer rankBefore = earlier == null ? null : earlier.rank();
        return new Card(
                card.unit(),
                rank,
                score,
                rank == null || rankBefore == null ? null : rankBefore - rank,
                score == null || scoreBefore == null ? null : score.subtract(scoreBefore),
                reasons(card));
    }

    private static List<Reason> reasons(Scorecard card) {
        List<Reason> lost = new ArrayList<>();
        card.parts()
                .forEach(part -> part.items().stream()
                        .filter(item -> lost(item).signum() > 0)
                        .forEach(item -> lost.add(new Reason(part.name(), item.item(), lost(item), item.reason()))));
        return lost.stream()
                .sorted(Comparator.comparing(Reason::lost).reversed())
                .limit(REASONS_SHOWN)
                .toList();
    }

    /** What it could have won and did not; a deduction can win nothing and has points below zero. */
    private static BigDecimal lost(ScoreItem item) {
        return item.possible().max(BigDecimal.ZERO).subtract(item.points());
    }
}
