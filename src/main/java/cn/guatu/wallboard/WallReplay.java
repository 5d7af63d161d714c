package cn.guatu.wallboard;

import cn.guatu.assessment.AssessmentService;
import cn.guatu.assessment.Published;
import cn.guatu.org.PlanYear;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The wall on each day of a year: as it was known at the end of that day, as is known now about that day, or as it was published. */
@Service
public class WallReplay {

    private final WallBoardService boards;
    private final WallDocuments documents;
    private final AssessmentService assessment;
    private final BusinessClock clock;

    WallReplay(WallBoardService boards, WallDocuments documents, AssessmentService assessment, BusinessClock clock) {
        this.boards = boards;
        this.documents = documents;
        this.assessment = assessment;
        this.clock = clock;
    }

    /** The days that can be played, and what was published on the way. */
    public record Span(int year, LocalDate first, LocalDate last, List<Edition> editions) {}

    /**
     * A publication.
     *
     * @param cutOff the last day of its month: where it stands on the slider
     * @param label as on documents, such as 3月, or 3月（第2版）
     */
    public record Edition(long id, LocalDate cutOff, String label) {}

    /** From 1 January to today, or to the end of a year that is over. @throws Refusal NOT_FOUND when there is no such year */
    public Span span(@Nullable Integer asked) {
        int year = asked == null ? boards.defaultYear() : asked;
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = PlanYear.usualDay(year, clock.today());
        return new Span(
                year,
                first,
                last.isBefore(first) ? first : last,
                assessment.published(year).stream()
                        .sorted(Comparator.comparing(Published::cutOff).thenComparing(Published::edition))
                        .map(each -> new Edition(each.id(), each.cutOff(), label(each)))
                        .toList());
    }

    /**
     * The wall as an edition was published: its cut-off, and what was known then.
     *
     * @throws Refusal NOT_FOUND when there is no such edition
     */
    @PreAuthorize(Permission.May.READ)
    public WallDocument edition(int year, long id, AccessScope access) {
        Published edition = assessment.published(year).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这一版发布。"));
        return documents.ofDay(boards.at(year, edition.cutOff(), edition.knownAt(), access));
    }

    private static String label(Published edition) {
        return edition.month() + "月" + (edition.edition() == 1 ? "" : "（第" + edition.edition() + "版）");
    }

    /**
     * One day.
     *
     * @param asKnownThen true: what was recorded by the end of that day; false: everything that is known now about that day
     * @throws Refusal INVALID for a day outside the year
     */
    @PreAuthorize(Permission.May.READ)
    public WallDocument day(int year, LocalDate day, boolean asKnownThen, AccessScope access) {
        Span span = span(year);
        if (day.isBefore(span.first()) || day.isAfter(span.last())) {
            throw Refusal.invalid("只能回放 " + span.first() + " 至 " + span.last() + " 之间的日子。");
        }
        // the last micro-second of the day: knownAt is inclusive
        Instant known = asKnownThen
                ? day.plusDays(1).atStartOfDay(clock.zone()).toInstant().minusNanos(1000)
                : null;
        return documents.ofDay(boards.at(year, day, known, access));
    }

    /**
     * One day as it was known at a moment, such as a month as it was published.
     *
     * @throws Refusal INVALID for a day outside the year, NOT_FOUND when there is no such year
     */
    @PreAuthorize(Permission.May.READ)
    public WallDocument known(@Nullable Integer asked, LocalDate day, Instant knownAt, AccessScope access) {
        Span span = span(asked);
        if (day.isBefore(span.first()) || day.isAfter(span.last())) {
            throw Refusal.invalid("只能查看 " + span.first() + " 至 " + span.last() + " 之间的日子。");
        }
        return documents.ofDay(boards.at(span.year(), day, knownAt, access));
    }
}
