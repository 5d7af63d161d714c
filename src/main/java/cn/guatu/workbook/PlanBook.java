package cn.guatu.workbook;

import cn.guatu.org.Position;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.project.Category;
import cn.guatu.project.PlanNature;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.supervision.DecisionStatus;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import cn.guatu.workbook.rule.Held;
import cn.guatu.workbook.rule.Line;
import cn.guatu.workbook.sheet.Column;
import cn.guatu.workbook.sheet.SheetKind;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines as a workbook of the same layout that the import reads (workbook.md). Sheets are streamed, so a big year needs no more
 * memory than a small one.
 */
final class PlanBook {
    private static final int WINDOW = 200;
    private static final int EXACT_DIGITS = 15;
    private static final int LISTED_ROWS = 5_000;

    private final SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
    private final Held held;
    private final Styles styles = new Styles(book);

    private PlanBook(Held held) {
        this.held = held;
    }

    /**
     * Writes the workbook.
     *
     * @param notes what the sheet 说明 says, a line each
     */
    static void write(Held held, List<String> notes, OutputStream out) throws IOException {
        PlanBook plan = new PlanBook(held);
        try (SXSSFWorkbook book = plan.book) {
            book.setCompressTempFiles(true);
            plan.notes(notes);
            plan.sheets();
            book.write(out);
        }
    }

    private void notes(List<String> notes) {
        SXSSFSheet sheet = book.createSheet(SheetKind.NOTES);
        sheet.setColumnWidth(0, 90 * 256);
        for (int i = 0; i < notes.size(); i++) {
            Cell cell = sheet.createRow(i).createCell(0);
            cell.setCellStyle(i == 0 ? styles.title : styles.text);
            cell.setCellValue(notes.get(i));
        }
    }

    private void sheets() {
        sheet(SheetKind.UNITS, held.units().values(), this::unit);
        sheet(SheetKind.PEOPLE, held.people().values(), this::person);
        sheet(SheetKind.TARGETS, held.targets().values(), this::target);
        sheet(SheetKind.ALLOCATIONS, held.allocations().values(), this::allocation);
        sheet(SheetKind.PROJECTS, held.phases().values(), this::phase);
        sheet(SheetKind.NODES, held.nodes().values(), this::node);
        sheet(SheetKind.RECOGNITIONS, held.recognitions().values(), this::recognition);
        sheet(SheetKind.DECISIONS, held.decisions().values(), this::decision);
        sheet(SheetKind.BLOCKERS, held.blockers().values(), this::blocker);
    }

    private <L extends Line> void sheet(SheetKind kind, Collection<L> lines, Function<L, Map<Column, Object>> values) {
        SXSSFSheet sheet = book.createSheet(kind.label());
        Row head = sheet.createRow(0);
        List<Column> columns = kind.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Cell cell = head.createCell(i);
            cell.setCellValue(column.heading());
            cell.setCellStyle(kind.requires(column) ? styles.required : styles.heading);
            sheet.setColumnWidth(i, width(column) * 256);
            choices(sheet, kind, column, i);
        }
        sheet.createFreezePane(Math.min(2, columns.size() - 1), 1);
        int at = 1;
        for (L line : lines) {
            Row row = sheet.createRow(at++);
            Map<Column, Object> cells = values.apply(line);
            for (int i = 0; i < columns.size(); i++) {
                Object value = cells.get(columns.get(i));
                if (value != null) {
                    put(row.createCell(i), value);
                }
            }
        }
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(0, at - 1), 0, columns.size() - 1));
    }

    /** A number in the unit of its target: under % it is a fraction and shows as per cent. */
    private record Number(BigDecimal value, boolean percent, boolean approx) {}

    private void put(Cell cell, Object value) {
        switch (value) {
            case LocalDate date -> {
                cell.setCellValue(date);
                cell.setCellStyle(styles.date);
            }
            case Integer whole -> {
                cell.setCellValue(whole);
                cell.setCellStyle(styles.number);
            }
            case Number number -> number(cell, number);
            default -> {
                // quotePrefix: a spreadsheet keeps = + - @ at the beginning as text, also when the cell is edited.
                String text = value.toString();
                cell.setCellValue(text);
                cell.setCellStyle(isFormulaLike(text) ? styles.quoted : styles.text);
            }
        }
    }

    private void number(Cell cell, Number number) {
        BigDecimal shown = number.percent() ? number.value().movePointRight(2) : number.value();
        if (number.approx() || number.value().precision() > EXACT_DIGITS) {
            cell.setCellValue((number.approx() ? "约" : "") + plain(shown) + (number.percent() ? "%" : ""));
            cell.setCellStyle(styles.text);
        } else {
            cell.setCellValue(number.value().doubleValue());
            cell.setCellStyle(number.percent() ? styles.percent : styles.number);
        }
    }

    private static boolean isFormulaLike(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    private static String plain(BigDecimal value) {
        return MeasureUnit.plain(value).toPlainString();
    }

    private Map<Column, Object> unit(Line.UnitLine line) {
        return Cells.of(Column.NAME, line.name())
                .and(Column.KIND, line.kind().label())
                .and(Column.PARENT_UNIT, line.parentName())
                .and(Column.SORT, line.sort())
                .map();
    }

    private Map<Column, Object> person(Line.PersonLine line) {
        return Cells.of(Column.PERSON, line.name())
                .and(Column.ACCOUNT, line.account())
                .and(Column.BELONGS_TO, line.unitName())
                .and(
                        Column.POSITION,
                        line.position() == null ? null : line.position().label())
                .and(Column.PHONE, line.phone())
                .and(Column.EMAIL, line.email())
                .map();
    }

    private Map<Column, Object> target(Line.TargetLine line) {
        Line.Value version = line.version();
        boolean percent = isPercent(line);
        Cells cells = Cells.of(Column.CODE, line.code())
                .and(Column.NAME, line.name())
                .and(Column.UNIT, line.unit())
                .and(Column.PARENT_TARGET, code(line.parent()))
                .and(
                        Column.OF_WHICH,
                        line.ofWhich() == null ? null : line.ofWhich().label())
                .and(Column.KIND, line.kind().label())
                .and(Column.DIRECTION, line.direction().label())
                .and(Column.BASE, number(line.base(), percent, false))
                .and(Column.PACE, line.pace().label())
                .and(Column.LEAD_DEPARTMENT, line.leadName())
                .and(Column.LEADER, line.leader())
                .and(Column.SOURCE, line.source())
                .and(Column.DEFINITION, line.definition())
                .and(Column.WEIGHT, number(line.weight(), false, false));
        if (version != null) {
            // The workbook has two words; what was adjusted is as firm as what was handed down.
            VersionStatus word =
                    version.status() == VersionStatus.ADJUSTED ? VersionStatus.CONFIRMED : version.status();
            cells.and(Column.VALUE_OF_YEAR, number(version.value(), percent, version.approx()))
                    .and(Column.TARGET_STATUS, word.label())
                    .and(Column.DOC_NO, version.docNo())
                    .and(Column.EFFECTIVE_FROM, version.effective());
        }
        line.plan().forEach((month, value) -> cells.and(Column.MONTHS.get(month - 1), number(value, percent, false)));
        return cells.map();
    }

    private Map<Column, Object> allocation(Line.AllocationLine line) {
        return Cells.of(Column.TARGET_CODE, line.targetCode())
                .and(Column.STREET_OR_DEPARTMENT, line.unitName())
                .and(Column.ALLOCATED, number(line.value(), isPercent(line.key().target()), line.approx()))
                .map();
    }

    private Map<Column, Object> phase(Line.PhaseLine line) {
        return Cells.of(Column.CODE, line.projectCode())
                .and(Column.NAME, line.projectName())
                .and(Column.PHASE, line.phaseName())
                .and(Column.CATEGORY, line.category().label())
                .and(Column.NATURE, line.nature().label())
                .and(Column.LEAD_DEPARTMENT, line.leadName())
                .and(Column.LEADER, line.leader())
                .and(Column.OWNER, line.owner())
                .and(
                        Column.ASSISTING_UNITS,
                        joined(line.assists().stream().map(Line.Assist::name).toList()))
                .and(Column.STREET_SHARES, line.fields().get(Column.STREET_SHARES.heading()))
                .and(Column.IMPLEMENTER, line.implementer())
                .and(Column.REMARK, line.remark())
                .map();
    }

    private Map<Column, Object> node(Line.NodeLine line) {
        boolean percent = isPercent(line.target());
        return Cells.of(Column.PROJECT_CODE, line.projectCode())
                .and(Column.PHASE, line.phaseName())
                .and(Column.NODE_NAME, line.name())
                .and(Column.PLANNED, line.planned())
                .and(Column.FORECAST, line.forecast())
                .and(Column.ACTUAL, line.actual())
                .and(Column.OWNER, line.owner())
                .and(Column.WEIGHT, number(line.weight(), false, false))
                .and(
                        Column.PREDECESSORS,
                        joined(line.predecessors().stream()
                                .map(key -> predecessor(line, key))
                                .sorted()
                                .toList()))
                .and(Column.DURATION, line.duration())
                .and(Column.COUNTS_FOR, code(line.target()))
                .and(Column.COUNTED_QUANTITY, number(line.quantity(), percent, line.approx()))
                .and(Column.COUNTED_UNIT, line.quantity() == null || percent ? null : unitOf(line.target()))
                .and(Column.BASIS, line.basis())
                .map();
    }

    private String predecessor(Line.NodeLine of, Line.NodeKey key) {
        Line.NodeLine node = Objects.requireNonNull(held.nodes().get(key));
        return key.phase().equals(of.key().phase())
                ? node.name()
                : node.projectCode() + "/" + node.phaseName() + "/" + node.name();
    }

    private Map<Column, Object> recognition(Line.RecognitionLine line) {
        String target = line.key().target();
        boolean ratio = Objects.requireNonNull(held.targets().get(target)).kind() == TargetKind.RATIO;
        boolean percent = !ratio && isPercent(target);
        return Cells.of(Column.PROJECT_CODE, line.projectCode())
                .and(Column.PHASE, line.phaseName())
                .and(Column.TARGET_CODE, line.targetCode())
                .and(Column.DATE, line.occurredOn())
                .and(Column.QUANTITY, number(line.quantity(), percent, line.approx()))
                .and(Column.DENOMINATOR, number(line.denominator(), false, false))
                .and(Column.UNIT, ratio || percent ? null : unitOf(target))
                .and(Column.NODE_NAME, line.nodeName())
                .and(Column.BATCH, line.batch())
                .and(Column.BASIS, line.evidence())
                .and(Column.REMARK, line.reason())
                .map();
    }

    private Map<Column, Object> decision(Line.DecisionLine line) {
        return Cells.of(Column.MEETING_DATE, line.key().meeting())
                .and(Column.MATTER, line.matter())
                .and(Column.LEAD, line.leadName())
                .and(Column.ASSISTING, line.assisting())
                .and(Column.DUE, line.due())
                .and(Column.STATUS, line.status().label())
                .and(Column.PROGRESS, line.progress())
                .map();
    }

    private Map<Column, Object> blocker(Line.BlockerLine line) {
        return Cells.of(Column.PROJECT_CODE, line.projectCode())
                .and(Column.PHASE, line.phaseName())
                .and(Column.PROBLEM, line.problem())
                .and(Column.CAUSE, line.cause() == null ? null : line.cause().label())
                .and(Column.RESPONSIBLE_UNIT, line.responsibleName())
                .and(Column.RAISED_ON, line.raisedOn())
                .and(Column.REQUIRED_BY, line.due())
                .and(Column.TARGET_INVOLVED, code(line.target()))
                .and(Column.QUANTITY_INVOLVED, number(line.quantity(), isPercent(line.target()), line.approx()))
                .and(Column.STATUS, line.status().label())
                .map();
    }

    private static @Nullable Number number(@Nullable BigDecimal value, boolean percent, boolean approx) {
        return value == null ? null : new Number(value, percent, approx);
    }

    private static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(";", names);
    }

    private @Nullable String code(@Nullable String key) {
        Line.TargetLine target = key == null ? null : held.targets().get(key);
        return target == null ? key : target.code();
    }

    private @Nullable String unitOf(@Nullable String key) {
        Line.TargetLine target = key == null ? null : held.targets().get(key);
        return target == null ? null : target.unit();
    }

    private boolean isPercent(@Nullable String key) {
        Line.TargetLine target = key == null ? null : held.targets().get(key);
        return target != null && isPercent(target);
    }

    private static boolean isPercent(Line.TargetLine target) {
        return MeasureUnit.of(target.unit()).dimension() == MeasureUnit.Dimension.PERCENT;
    }

    private static void choices(Sheet sheet, SheetKind kind, Column column, int at) {
        List<String> words = switch (column) {
            case KIND ->
                kind == SheetKind.UNITS
                        ? labels(UnitKind.values(), UnitKind::label)
                        : labels(TargetKind.values(), TargetKind::label);
            case POSITION -> labels(Position.values(), Position::label);
            case TARGET_STATUS -> List.of(VersionStatus.PROVISIONAL.label(), VersionStatus.CONFIRMED.label());
            case OF_WHICH -> labels(OfWhich.values(), OfWhich::label);
            case DIRECTION -> labels(Direction.values(), Direction::label);
            case PACE -> labels(Pace.values(), Pace::label);
            case CATEGORY -> labels(Category.values(), Category::label);
            case NATURE -> labels(PlanNature.values(), PlanNature::label);
            case CAUSE -> labels(BlockerCause.values(), BlockerCause::label);
            case STATUS ->
                kind == SheetKind.BLOCKERS
                        ? labels(BlockerStatus.values(), BlockerStatus::label)
                        : labels(DecisionStatus.values(), DecisionStatus::label);
            default -> List.of();
        };
        if (!words.isEmpty()) {
            DataValidationHelper helper = sheet.getDataValidationHelper();
            DataValidation choice = helper.createValidation(
                    helper.createExplicitListConstraint(words.toArray(String[]::new)),
                    new CellRangeAddressList(1, LISTED_ROWS, at, at));
            choice.setSuppressDropDownArrow(true);
            sheet.addValidationData(choice);
        }
    }

    private static <E> List<String> labels(E[] values, Function<E, String> label) {
        return Arrays.stream(values).map(label).collect(Collectors.toList());
    }

    private static int width(Column column) {
        return switch (column) {
            case NAME, DEFINITION, MATTER, PROBLEM, PROGRESS, REMARK -> 32;
            case BASIS, STREET_SHARES, ASSISTING_UNITS, ASSISTING, EMAIL, DOC_NO, SOURCE -> 24;
            case SORT, PHASE, UNIT, WEIGHT, COUNTED_UNIT, DENOMINATOR -> 9;
            case MONTH_1,
                    MONTH_2,
                    MONTH_3,
                    MONTH_4,
                    MONTH_5,
                    MONTH_6,
                    MONTH_7,
                    MONTH_8,
                    MONTH_9,
                    MONTH_10,
                    MONTH_11,
                    MONTH_12 -> 9;
            default -> 15;
        };
    }

    /** The looks of the cells; a workbook may have only so many styles, so each is made once. */
    private static final class Styles {
        private final CellStyle title;
        private final CellStyle heading;
        private final CellStyle required;
        private final CellStyle text;
        private final CellStyle quoted;
        private final CellStyle number;
        private final CellStyle percent;
        private final CellStyle date;

        Styles(SXSSFWorkbook book) {
            Font bold = book.createFont();
            bold.setBold(true);
            Font large = book.createFont();
            large.setBold(true);
            large.setFontHeightInPoints((short) 16);
            title = book.createCellStyle();
            title.setFont(large);
            heading = book.createCellStyle();
            heading.setFont(bold);
            heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            heading.setBorderBottom(BorderStyle.THIN);
            heading.setWrapText(true);
            heading.setVerticalAlignment(VerticalAlignment.CENTER);
            required = book.createCellStyle();
            required.cloneStyleFrom(heading);
            required.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
            text = book.createCellStyle();
            text.setVerticalAlignment(VerticalAlignment.CENTER);
            quoted = book.createCellStyle();
            quoted.cloneStyleFrom(text);
            quoted.setQuotePrefixed(true);
            number = book.createCellStyle();
            number.setVerticalAlignment(VerticalAlignment.CENTER);
            percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.######%"));
            date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        }
    }

    /** The cells of a row that say something. */
    private static final class Cells {
        private final Map<Column, Object> all = new java.util.EnumMap<>(Column.class);

        static Cells of(Column column, @Nullable Object value) {
            return new Cells().and(column, value);
        }

        Cells and(Column column, @Nullable Object value) {
            if (value != null) {
                all.put(column, value);
            }
            return this;
        }

        Map<Column, Object> map() {
            return all;
        }
    }
}
