package cn.guatu.workbook.sheet;

import static cn.guatu.workbook.sheet.Column.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sheets of the workbook with their columns in the order of workbook.md; import and export share this table. */
public enum SheetKind {
    UNITS("组织", true, List.of(NAME, KIND, PARENT_UNIT, SORT), Set.of(NAME, KIND)),
    PEOPLE("人员", false, List.of(PERSON, ACCOUNT, BELONGS_TO, POSITION, PHONE, EMAIL), Set.of(PERSON, BELONGS_TO)),
    TARGETS(
            "指标",
            true,
            withMonths(
                    CODE,
                    NAME,
                    UNIT,
                    VALUE_OF_YEAR,
                    TARGET_STATUS,
                    DOC_NO,
                    EFFECTIVE_FROM,
                    PARENT_TARGET,
                    OF_WHICH,
                    KIND,
                    DIRECTION,
                    BASE,
                    PACE,
                    LEAD_DEPARTMENT,
                    LEADER,
                    SOURCE,
                    DEFINITION,
                    WEIGHT),
            Set.of(CODE, NAME, UNIT, LEAD_DEPARTMENT)),
    ALLOCATIONS(
            "目标分解",
            false,
            List.of(TARGET_CODE, STREET_OR_DEPARTMENT, ALLOCATED),
            Set.of(TARGET_CODE, STREET_OR_DEPARTMENT, ALLOCATED)),
    PROJECTS(
            "项目",
            true,
            List.of(
                    CODE,
                    NAME,
                    PHASE,
                    CATEGORY,
                    NATURE,
                    LEAD_DEPARTMENT,
                    LEADER,
                    OWNER,
                    ASSISTING_UNITS,
                    STREET_SHARES,
                    IMPLEMENTER,
                    REMARK),
            Set.of(CODE, NAME, LEAD_DEPARTMENT, OWNER, STREET_SHARES)),
    NODES(
            "节点",
            false,
            List.of(
                    PROJECT_CODE,
                    PHASE,
                    NODE_NAME,
                    PLANNED,
                    FORECAST,
                    ACTUAL,
                    OWNER,
                    WEIGHT,
                    PREDECESSORS,
                    DURATION,
                    COUNTS_FOR,
                    COUNTED_QUANTITY,
                    COUNTED_UNIT,
                    BASIS),
            Set.of(PROJECT_CODE, NODE_NAME, PLANNED)),
    RECOGNITIONS(
            "计入",
            false,
            List.of(
                    PROJECT_CODE,
                    PHASE,
                    TARGET_CODE,
                    DATE,
                    QUANTITY,
                    DENOMINATOR,
                    UNIT,
                    NODE_NAME,
                    BATCH,
                    BASIS,
                    REMARK),
            Set.of(PROJECT_CODE, TARGET_CODE, DATE, QUANTITY, BASIS)),
    DECISIONS(
            "会议议定",
            false,
            List.of(MEETING_DATE, MATTER, LEAD, ASSISTING, DUE, STATUS, PROGRESS),
            Set.of(MEETING_DATE, MATTER, LEAD, DUE)),
    BLOCKERS(
            "堵点",
            false,
            List.of(
                    PROJECT_CODE,
                    PHASE,
                    PROBLEM,
                    CAUSE,
                    RESPONSIBLE_UNIT,
                    RAISED_ON,
                    REQUIRED_BY,
                    TARGET_INVOLVED,
                    QUANTITY_INVOLVED,
                    STATUS),
            Set.of(PROJECT_CODE, PROBLEM, RESPONSIBLE_UNIT, RAISED_ON));

    /** The sheet of free text: ignored by the import, written by the export. */
    public static final String NOTES = "说明";

    /** The sheet that a marked workbook begins with: ignored when the corrected file comes back. */
    public static final String PROBLEMS = "问题";

    private final String label;
    private final boolean required;
    private final List<Column> columns;
    private final Set<Column> requiredColumns;

    SheetKind(String label, boolean required, List<Column> columns, Set<Column> requiredColumns) {
        this.label = label;
        this.required = required;
        this.columns = columns;
        this.requiredColumns = requiredColumns;
    }

    /** The name of the sheet. */
    public String label() {
        return label;
    }

    /** Whether a workbook without this sheet is in error: 组织, 指标 and 项目. */
    public boolean isRequired() {
        return required;
    }

    /** All columns, in the order of the export. */
    public List<Column> columns() {
        return columns;
    }

    /** Whether every record must have a value in this column. */
    public boolean requires(Column column) {
        return requiredColumns.contains(column);
    }

    /** The columns that every record needs. */
    public Set<Column> requiredColumns() {
        return requiredColumns;
    }

    /** The sheet of this name; trimmed and folded like every name. */
    static Optional<SheetKind> ofSheetName(String name) {
        String key = Fold.name(name);
        for (SheetKind each : values()) {
            if (each.label.equals(key)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static List<Column> withMonths(Column... first) {
        List<Column> all = new ArrayList<>(List.of(first));
        all.addAll(MONTHS);
        return List.copyOf(all);
    }
}
