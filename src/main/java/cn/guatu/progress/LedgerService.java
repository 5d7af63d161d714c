package cn.guatu.progress;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.LedgerQueries.PhaseFacts;
import cn.guatu.progress.LedgerQueries.Sum;
import cn.guatu.progress.LedgerQueries.TargetFacts;
import cn.guatu.progress.LedgerStore.Cell;
import cn.guatu.progress.LedgerStore.Deltas;
import cn.guatu.progress.rule.Admission;
import cn.guatu.progress.rule.StreetSplit;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PhaseLeadListener;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The recognition ledger (计入): rows are posted and taken back, never changed; the monthly totals follow in the same transaction
 * (semantics §2, §9). Refusals are sentences in Chinese: an inadmissible row, or a conflict with a row that stands.
 */
@Service
public class LedgerService implements PhaseLeadListener {

    private final RetryingTransactions transactions;
    private final LedgerQueries queries;
    private final LedgerStore store;
    private final ChangeLog changes;
    private final BusinessClock clock;

    LedgerService(
            RetryingTransactions transactions,
            LedgerQueries queries,
            LedgerStore store,
            ChangeLog changes,
            BusinessClock clock) {
        this.transactions = transactions;
        this.queries = queries;
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    /** Posts one row. */
    public RecognitionId post(NewRecognition row, Recording how) {
        return postAll(List.of(row), how).getFirst();
    }

    /**
     * Posts many rows, all or none; a batch is checked as a whole, so a reversal and its replacement may come together and a negative
     * row may stand before the one it corrects.
     *
     * @return the ids in the order of the rows
     */
    public List<RecognitionId> postAll(List<NewRecognition> rows, Recording how) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<NewRecognition> kept = rows.stream().map(LedgerService::asKept).toList();
        return transactions.execute(() -> postInTransaction(kept, how));
    }

    /**
     * Posts what is missing to a cumulative value (截至目前累计) of the phase for the target.
     *
     * @param cumulative a row whose quantity (and denominator, of a ratio) is the cumulative value; a lower one than confirmed needs a
     *     reason. The value of a stock is posted as it is
     */
    public RecognitionId postCumulative(NewRecognition cumulative, Recording how) {
        return transactions.execute(() -> {
            long phase = cumulative.phase().value();
            long target = cumulative.target().value();
            queries.lockPhases(List.of(phase));
            TargetFacts facts = queries.targets(List.of(target)).get(target);
            if (facts != null && facts.kind() == TargetKind.STOCK) {
                return post(cumulative, how);
            }
            Sum confirmed = queries.recognised(phase, target);
            BigDecimal more = cumulative.quantity().subtract(confirmed.quantity());
            BigDecimal moreBelow = cumulative.denominator() == null
                    ? null
                    : cumulative.denominator().subtract(confirmed.denominator());
            if (more.signum() == 0 && (moreBelow == null || moreBelow.signum() == 0)) {
                throw Refusal.inadmissible("累计值与已确认的 %s 相同，没有新增可计入。".formatted(text(confirmed.quantity())));
            }
            return post(withQuantity(cumulative, more, moreBelow), how);
        });
    }

    /** What the phase has recognised for the target so far: the last confirmed cumulative value. */
    public BigDecimal confirmed(PhaseId phase, TargetId target) {
        return MeasureUnit.plain(
                queries.recognised(phase.value(), target.value()).quantity());
    }

    /**
     * Takes back a standing row by its exact opposite, which frees its batch or evidence for a new row.
     *
     * @param occurredOn the date that the taking back counts from; null: the date of the row, as if it had never been
     * @param reason why, never blank
     */
    public RecognitionId reverse(RecognitionId row, @Nullable LocalDate occurredOn, String reason, Recording how) {
        Recognition taken = find(row).orElseThrow(() -> unknown(row));
        return post(
                new NewRecognition(
                        taken.phase(),
                        taken.target(),
                        taken.node(),
                        taken.batch(),
                        occurredOn == null ? taken.occurredOn() : occurredOn,
                        taken.quantity().negate(),
                        taken.denominator() == null ? null : taken.denominator().negate(),
                        taken.approx(),
                        taken.evidence(),
                        reason,
                        row),
                how);
    }

    /** One row; empty when there is none. */
    public Optional<Recognition> find(RecognitionId row) {
        return Optional.ofNullable(queries.byId(List.of(row.value())).get(row.value()));
    }

    /** Every row whose target belongs to the year, in the order they were posted. */
    public List<Recognition> rows(int year) {
        return queries.ofYear(year);
    }

    /** The rows of one phase, in the order they were posted. */
    public List<Recognition> rowsOf(PhaseId phase) {
        return queries.ofPhase(phase.value());
    }

    /** Works out all monthly totals anew from the ledger; the result equals what was maintained, to the last digit. */
    public void rebuild() {
        transactions.run(() -> {
            queries.lockAllPhases();
            store.rebuildTotals();
        });
    }

    /**
     * Erases what an import posted, and lets stand again what it took back. Only for undoing an import on which nothing was built; the
     * one exception to "rows are never deleted", recorded by whoever undoes.
     */
    public void eraseImport(long importId, Recording how) {
        transactions.run(() -> {
            List<Recognition> rows = queries.ofImport(importId);
            if (rows.isEmpty()) {
                return;
            }
            Set<Long> phaseIds = ids(rows, row -> row.phase().value());
            Map<Long, PhaseFacts> phases = queries.lockPhases(phaseIds);
            Set<Long> ids = ids(rows, row -> row.id().value());
            Map<Long, List<StreetSplit.Part>> parts = queries.parts(ids);
            Set<Long> takenIds = rows.stream()
                    .map(Recognition::reverses)
                    .filter(Objects::nonNull)
                    .map(RecognitionId::value)
                    .filter(id -> !ids.contains(id))
                    .collect(Collectors.toSet());
            Deltas deltas = new Deltas();
            for (Recognition row : rows) {
                long lead = leadOf(row.phase().value(), phases);
                for (StreetSplit.Part each : parts.getOrDefault(row.id().value(), List.of())) {
                    StreetSplit.Part back = each.negated();
                    deltas.add(
                            cell(row.target().value(), back, lead, row.occurredOn()),
                            back.quantity(),
                            back.denominator());
                }
            }
            store.erase(ids);
            store.takeKeys(queries.byId(takenIds).values().stream()
                    .map(row -> key(
                            row.phase().value(),
                            row.target().value(),
                            row.node() == null ? 0 : row.node().value(),
                            RecognitionIdentity.of(row.batch(), row.evidence()),
                            row.id().value()))
                    .toList());
            store.addToTotals(deltas);
            store.dropEmpty(deltas.cells());
            changes.record(how, "RECOGNITIONS", "撤销 " + rows.size() + " 条计入");
        });
    }

    @Override
    public void leadChanged(Map<PhaseId, UnitId> formerLeads, Recording how) {
        transactions.run(() -> {
            Map<Long, PhaseFacts> phases = queries.lockPhases(
                    formerLeads.keySet().stream().map(PhaseId::value).toList());
            Deltas deltas = new Deltas();
            Set<Cell> left = new HashSet<>();
            formerLeads.forEach((phase, former) -> {
                long id = phase.value();
                Deltas taken = store.totalsOf(id, former.value(), true);
                left.addAll(taken.cells());
                deltas.addAll(taken);
                deltas.addAll(store.totalsOf(id, leadOf(id, phases), false));
            });
            store.addToTotals(deltas);
            store.dropEmpty(left);
        });
    }

    private List<RecognitionId> postInTransaction(List<NewRecognition> asked, Recording how) {
        Places places = placesOf(asked, how);
        Map<Long, Recognition> taken = queries.byId(asked.stream()
                .map(NewRecognition::reverses)
                .filter(Objects::nonNull)
                .map(RecognitionId::value)
                .toList());
        List<NewRecognition> rows =
                asked.stream().map(row -> onNodeOf(row, taken)).toList();
        rows.forEach(row -> admit(row, places, taken));
        refuseTakenTwice(rows);
        refuseSumsBelowZero(rows, places);

        Set<Long> phaseIds = places.phases.keySet();
        long last = queries.lastRowOf(phaseIds);
        store.insertRows(rows, how);
        // Ids are handed out in the order of the rows, and nobody else posts on these phases meanwhile.
        List<Long> ids = queries.rowsAfter(last, phaseIds);
        if (ids.size() != rows.size()) {
            throw new IllegalStateException(rows.size() + " rows were posted, " + ids.size() + " are there");
        }
        takeKeys(rows, ids, places, taken.keySet());
        Map<Long, List<StreetSplit.Part>> parts = split(rows, ids, places, queries.parts(taken.keySet()));
        store.insertParts(parts);
        store.addToTotals(deltasOf(rows, ids, parts, places));
        changes.record(
                how.planYear() != null
                        ? how
                        : new Recording(
                                how.at(),
                                how.actor(),
                                places.target(rows.getFirst()).year(),
                                how.importId()),
                "RECOGNITIONS",
                subject(rows, places));
        return ids.stream().map(RecognitionId::new).toList();
    }

    /** What the rows must fit to; the phases are locked. */
    private record Places(
            Map<Long, PhaseFacts> phases,
            Map<Long, TargetFacts> targets,
            Map<Long, Long> phaseOfNode,
            Map<Long, LedgerQueries.ShareSets> shares,
            @Nullable LocalDate today,
            int thisYear) {

        PhaseFacts phase(NewRecognition row) {
            return known(phases.get(row.phase().value()), "计入的分期不存在。");
        }

        TargetFacts target(NewRecognition row) {
            return known(targets.get(row.target().value()), "计入的指标不存在。");
        }

        Admission.Place place(NewRecognition row) {
            TargetFacts target = target(row);
            // A year that has not begun is being rehearsed: all of its days are still to come.
            boolean ahead = target.year() > thisYear;
            return new Admission.Place(target.kind(), target.year(), phase(row).year(), ahead ? null : today);
        }

        private static <T> T known(@Nullable T found, String otherwise) {
            if (found == null) {
                throw Refusal.notFound(otherwise);
            }
            return found;
        }
    }

    private Places placesOf(List<NewRecognition> rows, Recording how) {
        Set<Long> phaseIds = ids(rows, row -> row.phase().value());
        LocalDate today = clock.today();
        return new Places(
                queries.lockPhases(phaseIds),
                queries.targets(ids(rows, row -> row.target().value())),
                queries.phasesOfNodes(rows.stream()
                        .map(NewRecognition::node)
                        .filter(Objects::nonNull)
                        .map(node -> node.value())
                        .toList()),
                queries.shareSets(phaseIds),
                // The workbook is a record of somebody else's: what its dates look like is reported there, not refused
                // here.
                how.importId() == null ? today : null,
                today.getYear());
    }

    private static void admit(NewRecognition row, Places places, Map<Long, Recognition> taken) {
        Admission.Place place = places.place(row);
        if (row.node() != null
                && !Objects.equals(
                        places.phaseOfNode.get(row.node().value()), row.phase().value())) {
            throw Refusal.inadmissible(
                    "节点不属于分期“%s”，不能计入。".formatted(places.phase(row).name()));
        }
        if (row.reverses() == null) {
            Admission.objection(row, place).ifPresent(LedgerService::refuse);
            return;
        }
        Recognition other = taken.get(row.reverses().value());
        if (other == null) {
            throw unknown(row.reverses());
        }
        Admission.objection(row, other, place).ifPresent(LedgerService::refuse);
        if (other.reversedBy() != null) {
            throw Refusal.conflict("第 %d 号计入记录已由第 %d 号记录冲销，不能重复冲销。"
                    .formatted(other.id().value(), other.reversedBy().value()));
        }
    }

    // A row taken back is taken from its node too; who takes it back need not name it again.
    private static NewRecognition onNodeOf(NewRecognition row, Map<Long, Recognition> taken) {
        Recognition other =
                row.reverses() == null ? null : taken.get(row.reverses().value());
        if (other == null || row.node() != null || other.node() == null) {
            return row;
        }
        return new NewRecognition(
                row.phase(),
                row.target(),
                other.node(),
                row.batch(),
                row.occurredOn(),
                row.quantity(),
                row.denominator(),
                row.approx(),
                row.evidence(),
                row.reason(),
                row.reverses());
    }

    private static void refuseTakenTwice(List<NewRecognition> rows) {
        Set<RecognitionId> seen = new HashSet<>();
        for (NewRecognition row : rows) {
            if (row.reverses() != null && !seen.add(row.reverses())) {
                throw Refusal.conflict(
                        "第 %d 号计入记录被冲销了两次。".formatted(row.reverses().value()));
            }
        }
    }

    private void refuseSumsBelowZero(List<NewRecognition> rows, Places places) {
        record Pair(long phase, long target) {}
        Map<Pair, Sum> added = new LinkedHashMap<>();
        Set<Pair> lowered = new HashSet<>();
        for (NewRecognition row : rows) {
            Pair pair = new Pair(row.phase().value(), row.target().value());
            added.merge(
                    pair,
                    Sum.NOTHING.plus(row.quantity(), row.denominator()),
                    (old, more) -> old.plus(more.quantity(), more.denominator()));
            if (row.quantity().signum() < 0
                    || (row.denominator() != null && row.denominator().signum() < 0)) {
                lowered.add(pair);
            }
        }
        added.forEach((pair, more) -> {
            TargetFacts target = places.targets.get(pair.target());
            if (lowered.contains(pair) && target != null) {
                Sum after = queries.recognised(pair.phase(), pair.target()).plus(more.quantity(), more.denominator());
                Admission.objectionToSum(target.kind(), after.quantity(), after.denominator())
                        .ifPresent(LedgerService::refuse);
            }
        });
    }

    private void takeKeys(List<NewRecognition> rows, List<Long> ids, Places places, Collection<Long> freed) {
        Map<LedgerStore.Key, NewRecognition> byKey = new LinkedHashMap<>();
        List<LedgerStore.Key> keys = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            NewRecognition row = rows.get(i);
            if (row.reverses() != null) {
                continue;
            }
            LedgerStore.Key key = keyOf(row, ids.get(i));
            if (byKey.put(withoutRow(key), row) != null) {
                throw Refusal.conflict("%s对指标 %s 的%s在本次提交中出现两次，只能计入一次。"
                        .formatted(places.phase(row).name(), places.target(row).code(), label(row)));
            }
            keys.add(key);
        }
        store.freeKeys(freed);
        // Ordered like the index, so that two batches meet in one order.
        List<LedgerStore.Key> inOrder =
                keys.stream().sorted(LedgerStore.Key.ORDER).toList();
        try {
            store.takeKeys(inOrder);
        } catch (DuplicateKeyException e) {
            throw alreadyRecognised(inOrder, byKey, places, e);
        }
    }

    private Refusal alreadyRecognised(
            List<LedgerStore.Key> keys,
            Map<LedgerStore.Key, NewRecognition> byKey,
            Places places,
            DuplicateKeyException e) {
        for (LedgerStore.Key key : keys) {
            Optional<Recognition> standing =
                    queries.standing(key.phase(), key.target(), key.nodeOrZero(), key.identity());
            if (standing.isPresent() && standing.get().id().value() != key.row()) {
                NewRecognition row = Objects.requireNonNull(byKey.get(withoutRow(key)));
                Recognition there = standing.get();
                return Refusal.conflict("%s对指标 %s 已按%s计入 %s %s（%s，第 %d 号记录），不能重复计入；如需更正，请先冲销该记录。"
                        .formatted(
                                places.phase(row).name(),
                                places.target(row).code(),
                                label(row),
                                text(there.quantity()),
                                places.target(row).unit(),
                                there.occurredOn(),
                                there.id().value()));
            }
        }
        throw e;
    }

    private static Map<Long, List<StreetSplit.Part>> split(
            List<NewRecognition> rows, List<Long> ids, Places places, Map<Long, List<StreetSplit.Part>> takenParts) {
        Map<Long, List<StreetSplit.Part>> parts = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            NewRecognition row = rows.get(i);
            if (row.reverses() != null) {
                // Taken back from the streets that it was given to, whatever the shares are now.
                parts.put(
                        ids.get(i),
                        takenParts.getOrDefault(row.reverses().value(), List.of()).stream()
                                .map(StreetSplit.Part::negated)
                                .toList());
                continue;
            }
            LedgerQueries.ShareSets sets = places.shares.get(row.phase().value());
            List<StreetSplit.Share> shares = sets == null ? List.of() : sets.on(row.occurredOn());
            if (shares.isEmpty()) {
                throw Refusal.inadmissible("分期“%s”没有街道占比，不能计入，请先补充街道占比。"
                        .formatted(places.phase(row).name()));
            }
            parts.put(ids.get(i), StreetSplit.of(row.quantity(), row.denominator(), shares));
        }
        return parts;
    }

    private static Deltas deltasOf(
            List<NewRecognition> rows, List<Long> ids, Map<Long, List<StreetSplit.Part>> parts, Places places) {
        Deltas deltas = new Deltas();
        for (int i = 0; i < rows.size(); i++) {
            NewRecognition row = rows.get(i);
            long lead = places.phase(row).lead();
            for (StreetSplit.Part part : parts.getOrDefault(ids.get(i), List.of())) {
                deltas.add(
                        cell(row.target().value(), part, lead, row.occurredOn()), part.quantity(), part.denominator());
            }
        }
        return deltas;
    }

    private static long leadOf(long phase, Map<Long, PhaseFacts> phases) {
        return Objects.requireNonNull(phases.get(phase), "a foreign key keeps the phase")
                .lead();
    }

    private static NewRecognition asKept(NewRecognition row) {
        return withQuantity(
                row,
                row.quantity().setScale(StreetSplit.SCALE, RoundingMode.HALF_UP),
                row.denominator() == null ? null : row.denominator().setScale(StreetSplit.SCALE, RoundingMode.HALF_UP));
    }

    private static NewRecognition withQuantity(
            NewRecognition row, BigDecimal quantity, @Nullable BigDecimal denominator) {
        return new NewRecognition(
                row.phase(),
                row.target(),
                row.node(),
                row.batch(),
                row.occurredOn(),
                quantity,
                denominator,
                row.approx(),
                row.evidence(),
                row.reason(),
                row.reverses());
    }

    private static Cell cell(long target, StreetSplit.Part part, long lead, LocalDate day) {
        return new Cell(target, part.street().value(), lead, day.withDayOfMonth(1));
    }

    private static LedgerStore.Key keyOf(NewRecognition row, long id) {
        return key(
                row.phase().value(),
                row.target().value(),
                row.node() == null ? 0 : row.node().value(),
                RecognitionIdentity.of(row.batch(), row.evidence()),
                id);
    }

    private static LedgerStore.Key key(long phase, long target, long nodeOrZero, String identity, long row) {
        return new LedgerStore.Key(phase, target, nodeOrZero, identity, row);
    }

    private static LedgerStore.Key withoutRow(LedgerStore.Key key) {
        return key(key.phase(), key.target(), key.nodeOrZero(), key.identity(), 0);
    }

    private static String label(NewRecognition row) {
        return row.batch() != null ? "批次“" + row.batch() + "”" : "依据“" + row.evidence() + "”";
    }

    private static String subject(List<NewRecognition> rows, Places places) {
        NewRecognition first = rows.getFirst();
        String one = places.phase(first).name() + " → " + places.target(first).code();
        String subject = rows.size() == 1 ? one : rows.size() + " 条计入";
        return subject.length() <= 96 ? subject : subject.substring(0, 96);
    }

    private static String text(BigDecimal number) {
        return MeasureUnit.plain(number).toPlainString();
    }

    private static <T> Set<Long> ids(Collection<T> rows, ToLongFunction<T> id) {
        return rows.stream().mapToLong(id).boxed().collect(Collectors.toSet());
    }

    private static void refuse(String sentence) {
        throw Refusal.inadmissible(sentence);
    }

    private static Refusal unknown(RecognitionId row) {
        return Refusal.notFound("没有第 %d 号计入记录。".formatted(row.value()));
    }
}
