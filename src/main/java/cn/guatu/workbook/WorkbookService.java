package cn.guatu.workbook;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.LedgerService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.workbook.rule.Comparer;
import cn.guatu.workbook.rule.Comparison;
import cn.guatu.workbook.sheet.ParsedWorkbook;
import cn.guatu.workbook.sheet.RefusedWorkbook;
import cn.guatu.workbook.sheet.Severity;
import cn.guatu.workbook.sheet.WorkbookReader;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Takes the annual plan in from a workbook and gives it out again (workbook.md). An import is parsed, compared and applied in one
 * transaction; what was compared before is compared again then, because somebody may have written meanwhile.
 */
@Service
public class WorkbookService {
    /** The years that a plan can be for; the schema knows the same bounds. */
    public static final int FIRST_YEAR = 2000;

    /** See {@link #FIRST_YEAR}. */
    public static final int LAST_YEAR = 2100;

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookService.class);

    private static final int HISTORY = 200;
    private static final DateTimeFormatter EXPORTED_AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PlanReader reader;
    private final PlanWriter writer;
    private final ImportStore store;
    private final ImportQueries queries;
    private final UndoStore undo;
    private final LedgerService ledger;
    private final PlanYearService years;
    private final ChangeLog changes;
    private final RetryingTransactions transactions;
    private final AuditService audit;
    private final BusinessClock clock;
    private final CurrentUser user;

    WorkbookService(
            PlanReader reader,
            PlanWriter writer,
            ImportStore store,
            ImportQueries queries,
            UndoStore undo,
            LedgerService ledger,
            PlanYearService years,
            ChangeLog changes,
            RetryingTransactions transactions,
            AuditService audit,
            BusinessClock clock,
            CurrentUser user) {
        this.reader = reader;
        this.writer = writer;
        this.store = store;
        this.queries = queries;
        this.undo = undo;
        this.ledger = ledger;
        this.years = years;
        this.changes = changes;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.user = user;
    }

    /** The plan year that the title or the name of the file speaks of; empty when neither does. */
    public OptionalInt proposedYear(PlanFile file) {
        return TitleYear.of(file);
    }

    /** What an import would do; nothing is written. */
    @PreAuthorize(Permission.May.IMPORT)
    public ImportReport tryOut(PlanFile file, int year) {
        ParsedWorkbook parsed = parse(file, year);
        Comparison comparison = transactions.readOnly(
                () -> Comparer.compare(parsed, reader.read(year, clock.today()).lines()));
        return new ImportReport(null, false, comparison);
    }

    /** Imports the workbook when it has no errors, all of it or nothing. */
    @PreAuthorize(Permission.May.IMPORT)
    public ImportReport apply(PlanFile file, int year) {
        return applyAs(user.account(), file, year, null);
    }

    /**
     * Imports what was looked at before.
     *
     * @param seen the comparison that the person agreed to; when the data has changed so that another one comes out, that one is given
     *     back and nothing is written
     */
    @PreAuthorize(Permission.May.IMPORT)
    public ImportReport applySeen(PlanFile file, Comparison seen) {
        return applyAs(user.account(), file, seen.year(), seen);
    }

    /** Imports for the system itself, such as the demonstration year: nobody is signed in, so the actor is named. */
    public ImportReport applyAs(String actor, PlanFile file, int year) {
        return applyAs(actor, file, year, null);
    }

    private ImportReport applyAs(String actor, PlanFile file, int year, @Nullable Comparison seen) {
        ParsedWorkbook parsed = parse(file, year);
        return transactions.execute(() -> {
            store.enterGate();
            HeldPlan held = reader.read(year, clock.today());
            Comparison comparison = Comparer.compare(parsed, held.lines());
            boolean changedMeanwhile = seen != null && !seen.equals(comparison);
            if (comparison.hasErrors() || changedMeanwhile) {
                return new ImportReport(null, false, comparison);
            }
            if (comparison.changesNothing()) {
                return new ImportReport(null, true, comparison);
            }
            return new ImportReport(write(actor, file, comparison, held), true, comparison);
        });
    }

    private ImportId write(String actor, PlanFile file, Comparison comparison, HeldPlan held) {
        int year = comparison.year();
        if (years.find(year).map(PlanYear::state).orElse(PlanYearState.DRAFT) == PlanYearState.ARCHIVED) {
            throw Refusal.conflict(year + " 年度已归档，不能再导入。请系统管理员先把年度改回执行。");
        }
        Instant at = instant();
        int warnings = (int) comparison.problems().stream()
                .filter(each -> each.severity() == Severity.WARNING)
                .count();
        ImportId id = store.add(year, file, Counts.of(comparison), warnings, comparison.yearIsNew(), actor, at);
        Recording how = new Recording(at, actor, year, id.value());
        if (comparison.yearIsNew()) {
            // A plan for a year that has begun is being carried out; one for a later year is still being drawn up.
            PlanYearState state = year <= clock.today().getYear() ? PlanYearState.ACTIVE : PlanYearState.DRAFT;
            years.create(year, state, how);
        }
        writer.write(comparison, held, "导入 " + file.name(), how);
        audit.recordAs(actor, "import", year + " 年度《" + file.name() + "》", null, Counts.of(comparison));
        changes.record(how, "import", file.name().length() > 90 ? file.name().substring(0, 90) : file.name());
        return id;
    }

    /** The instant of an import, by which its history rows are known: never that of the change before, even when the clock stands. */
    private Instant instant() {
        Instant now = clock.now();
        Instant last = queries.lastChange();
        if (last == null || now.isAfter(last) || Duration.between(now, last).toSeconds() > 0) {
            return now;
        }
        return last.plus(1, ChronoUnit.MICROS);
    }

    /** Imports that wrote something, the newest first. */
    @PreAuthorize(Permission.May.IMPORT)
    public List<PlanImport> history() {
        return transactions.readOnly(() -> queries.newest(HISTORY));
    }

    /**
     * Takes an import back, as if it had never been, while nothing was built on it: no later change of the same year or of units and
     * people. The ledger's rows of the import are erased, the one exception to "never deleted"; the journal keeps who did it.
     */
    @PreAuthorize(Permission.May.IMPORT)
    public void undo(ImportId id) {
        String actor = user.account();
        try {
            transactions.run(() -> undo(id, actor));
        } catch (DataIntegrityViolationException e) {
            LOG.info("import {} is not undone: {}", id.value(), e.getMessage());
            throw Refusal.conflict("不能撤销：之后登记的数据引用了这次导入的记录。请在系统中直接更正，或再导入一份改好的工作簿。");
        }
    }

    private void undo(ImportId id, String actor) {
        store.enterGate();
        PlanImport done = require(id);
        if (!done.stands()) {
            throw Refusal.conflict("这次导入已由 " + done.undoneBy() + " 撤销。");
        }
        queries.firstBuiltOn(done).ifPresent(later -> {
            throw Refusal.conflict("不能撤销：导入之后，" + later.actor() + " 于 "
                    + EXPORTED_AT.format(later.at().atZone(clock.zone())) + " 又做了修改（" + later.subject()
                    + "）。请在系统中直接更正，或再导入一份改好的工作簿。");
        });
        Instant at = done.importedAt();
        if (undo.isBuiltUpon(at)) {
            throw Refusal.conflict("不能撤销：这次导入的记录之后又被修改过。请在系统中直接更正，或再导入一份改好的工作簿。");
        }
        Recording how = new Recording(clock.now(), actor, done.year(), id.value());
        boolean moved = undo.movedLeads(at);
        ledger.eraseImport(id.value(), how);
        undo.restoreChanged(at);
        if (moved) {
            ledger.rebuild();
        }
        undo.removeCreated(id.value(), at);
        undo.forget(at);
        if (queries.createdTheYear(id)) {
            undo.removeYear(done.year());
        }
        if (!store.markUndone(id, actor, clock.now())) {
            throw Refusal.conflict("这次导入刚刚已被撤销。");
        }
        audit.recordAs(actor, "import-undone", done.year() + " 年度《" + done.fileName() + "》", done.counts(), null);
        changes.record(how, "import-undone", done.fileName());
    }

    /** The file of an import, as it was sent. */
    @PreAuthorize(Permission.May.IMPORT)
    public PlanFile original(ImportId id) {
        return transactions.readOnly(() -> {
            PlanImport done = require(id);
            return new PlanFile(done.fileName(), queries.content(id));
        });
    }

    /** Writes the plan of a year as a workbook, as much of it as the caller may see. */
    @PreAuthorize(Permission.May.READ)
    public void export(int year, OutputStream out) throws IOException {
        AccessScope scope = user.scope();
        HeldPlan plan = transactions.readOnly(() -> {
            years.require(year);
            return reader.read(year, clock.today());
        });
        List<String> notes = new ArrayList<>(List.of(
                year + " 年度任务一张表",
                "数据截至：" + clock.today(),
                "导出时间：" + EXPORTED_AT.format(clock.now().atZone(clock.zone())),
                "导出人：" + user.displayName(),
                "蓝底表头为必填列。改好后可原样导入；删去的行不会删除系统中的记录。",
                "街道占比写作“平湖街道:60%;南湾街道:40%”，合计 100%；前置节点写同一分期的节点名称，或“项目编码/分期/节点”。"));
        if (!scope.isEverything()) {
            notes.add(4, "范围：仅含" + user.displayName() + "可见的数据，不是完整的年度计划，请勿用于导入。");
        }
        PlanBook.write(Visible.of(plan, scope), notes, out);
    }

    private PlanImport require(ImportId id) {
        return queries.find(id).orElseThrow(() -> Refusal.notFound("没有编号为 " + id.value() + " 的导入。"));
    }

    private static ParsedWorkbook parse(PlanFile file, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Refusal.invalid("年度应为 " + FIRST_YEAR + " 到 " + LAST_YEAR + " 之间的年份，收到的是 " + year + "。");
        }
        try {
            return WorkbookReader.read(file.content(), year);
        } catch (RefusedWorkbook e) {
            Refusal.Kind kind = switch (e.kind()) {
                case UNREADABLE -> Refusal.Kind.INVALID;
                case TOO_LARGE -> Refusal.Kind.TOO_LARGE;
                case WRONG_KIND -> Refusal.Kind.UNSUPPORTED;
            };
            throw new Refusal(kind, String.valueOf(e.getMessage()));
        }
    }
}
