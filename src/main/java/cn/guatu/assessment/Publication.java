package cn.guatu.assessment;

import cn.guatu.platform.persistence.Recording;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the snapshot of a month: everything is read and worked out first, then written in one transaction. */
@Component
class Publication {

    private final AssessmentService assessment;
    private final SnapshotQueries queries;
    private final SnapshotStore store;

    Publication(AssessmentService assessment, SnapshotQueries queries, SnapshotStore store) {
        this.assessment = assessment;
        this.queries = queries;
        this.store = store;
    }

    /** What is going to be published. */
    record Prepared(AssessmentService.Draft draft, YearMonth month, List<SnapshotLine> lines) {}

    /** @param knownAt the instant of the publication */
    Prepared prepare(YearMonth month, Instant knownAt) {
        AssessmentService.Draft draft = assessment.draft(month, knownAt);
        return new Prepared(draft, month, SnapshotContent.write(draft.rules(), draft.facts(), draft.cards()));
    }

    /** Within the transaction that publishes; the month is locked. */
    void write(Prepared prepared, Recording how) {
        int year = prepared.month().getYear();
        int month = prepared.month().getMonthValue();
        SnapshotQueries.Link last = queries.last().orElse(null);
        List<Published> before = queries.of(year, month);
        SnapshotHash.Head head = new SnapshotHash.Head(
                last == null ? 1 : last.place() + 1,
                year,
                month,
                before.isEmpty() ? 1 : before.getFirst().edition() + 1,
                prepared.month().atEndOfMonth(),
                how.at(),
                how.at(),
                how.actor(),
                prepared.draft().rules().version());
        String previous = last == null ? SnapshotHash.START : last.published().hash();
        String hash = SnapshotHash.of(
                previous,
                head,
                prepared.lines().stream().map(SnapshotLine::hash).toList());
        store.add(head, previous, hash, prepared.lines());
    }
}
