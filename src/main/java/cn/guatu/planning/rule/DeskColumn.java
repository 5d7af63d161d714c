package cn.guatu.planning.rule;

import cn.guatu.org.NameKey;
import java.util.List;
import java.util.Optional;

/** The columns of the desk, with the words by which a pasted heading means them. */
public enum DeskColumn {
    /** name of a target, project or node */
    NAME("名称", List.of("名称", "项目名称", "项目", "节点名称", "节点", "指标名称", "指标", "事项")),
    /** 编码 of a target or project */
    CODE("编码", List.of("编码", "项目编码", "指标编码", "代码")),
    /** 分期 of a project */
    PHASE("分期", List.of("分期", "期次")),
    /** 单位 of a target */
    UNIT("单位", List.of("单位", "计量单位", "计入单位")),
    /** 街道占比 */
    STREET("街道", List.of("街道", "街道占比", "所属街道", "所在街道")),
    /** 牵头科室 */
    LEAD("牵头科室", List.of("牵头科室", "科室", "牵头", "责任科室", "牵头部门")),
    /** 责任领导 */
    LEADER("责任领导", List.of("责任领导", "分管领导", "领导")),
    /** 责任人 */
    OWNER("责任人", List.of("责任人", "负责人", "经办人", "联系人")),
    /** 年度目标, Σ or 计入数量 */
    QUANTITY("数量", List.of("数量", "年度目标", "目标值", "目标", "计入数量", "计划数量", "面积", "任务量", "计划")),
    /** 计划完成 */
    DUE("计划完成", List.of("计划完成", "计划完成时间", "完成时间", "完成时限", "时限", "计划时间", "日期", "完成日期")),
    /** 工期(工作日) */
    DURATION("工期", List.of("工期", "工期(工作日)", "工期（工作日）", "工作日")),
    /** 前置节点 */
    WAITS("前置节点", List.of("前置节点", "前置", "紧前"));

    private final String label;
    private final List<String> headings;

    DeskColumn(String label, List<String> headings) {
        this.label = label;
        this.headings = headings;
    }

    /** The heading on the desk. */
    public String label() {
        return label;
    }

    /** The column that a pasted heading means; blanks, stars and full-width signs do not count. */
    public static Optional<DeskColumn> ofHeading(String text) {
        String key = NameKey.ofCode(text);
        for (DeskColumn column : values()) {
            if (column.headings.stream().map(NameKey::ofCode).anyMatch(key::equals)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
