package cn.guatu.workbook.sheet;

import java.util.List;

/** The headings of the workbook. One heading means the same wherever it stands; which sheet has which is said by {@link SheetKind}. */
public enum Column {
    NAME("名称"),
    KIND("类型"),
    PARENT_UNIT("上级"),
    SORT("排序"),
    PERSON("姓名"),
    ACCOUNT("账号"),
    BELONGS_TO("所属"),
    POSITION("岗位"),
    PHONE("手机"),
    EMAIL("邮箱"),
    CODE("编码"),
    UNIT("单位"),
    VALUE_OF_YEAR("年度目标"),
    TARGET_STATUS("目标状态"),
    DOC_NO("文号"),
    EFFECTIVE_FROM("生效日期"),
    PARENT_TARGET("上级指标"),
    OF_WHICH("其中关系"),
    DIRECTION("方向"),
    BASE("基期值"),
    PACE("序时方式"),
    LEAD_DEPARTMENT("牵头科室"),
    LEADER("责任领导"),
    SOURCE("来源"),
    DEFINITION("口径"),
    WEIGHT("权重"),
    MONTH_1("1月"),
    MONTH_2("2月"),
    MONTH_3("3月"),
    MONTH_4("4月"),
    MONTH_5("5月"),
    MONTH_6("6月"),
    MONTH_7("7月"),
    MONTH_8("8月"),
    MONTH_9("9月"),
    MONTH_10("10月"),
    MONTH_11("11月"),
    MONTH_12("12月"),
    TARGET_CODE("指标编码"),
    STREET_OR_DEPARTMENT("街道或科室"),
    ALLOCATED("目标值"),
    PHASE("分期"),
    CATEGORY("类别"),
    NATURE("计划性质"),
    OWNER("责任人"),
    ASSISTING_UNITS("配合单位"),
    STREET_SHARES("街道占比"),
    IMPLEMENTER("实施主体"),
    REMARK("备注"),
    PROJECT_CODE("项目编码"),
    NODE_NAME("节点名称"),
    PLANNED("计划完成"),
    FORECAST("预计完成"),
    ACTUAL("实际完成"),
    PREDECESSORS("前置节点"),
    DURATION("工期(工作日)"),
    COUNTS_FOR("计入指标"),
    COUNTED_QUANTITY("计入数量"),
    COUNTED_UNIT("计入单位"),
    BASIS("依据"),
    DATE("日期"),
    QUANTITY("数量"),
    DENOMINATOR("分母"),
    BATCH("批次"),
    MEETING_DATE("会议日期"),
    MATTER("事项"),
    LEAD("牵头"),
    ASSISTING("配合"),
    DUE("完成时限"),
    STATUS("状态"),
    PROGRESS("进展"),
    PROBLEM("问题"),
    CAUSE("原因类别"),
    RESPONSIBLE_UNIT("责任单位"),
    RAISED_ON("提出日期"),
    REQUIRED_BY("要求解决日期"),
    TARGET_INVOLVED("涉及指标"),
    QUANTITY_INVOLVED("涉及数量");

    /** The twelve columns of the cumulative monthly plan, January first. */
    public static final List<Column> MONTHS = List.of(
            MONTH_1, MONTH_2, MONTH_3, MONTH_4, MONTH_5, MONTH_6, MONTH_7, MONTH_8, MONTH_9, MONTH_10, MONTH_11,
            MONTH_12);

    private final String heading;

    Column(String heading) {
        this.heading = heading;
    }

    /** The heading as written by the export, without the star of a required column. */
    public String heading() {
        return heading;
    }
}
