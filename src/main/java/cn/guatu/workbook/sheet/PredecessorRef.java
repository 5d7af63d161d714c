package cn.guatu.workbook.sheet;

/**
 * A node that must be finished first: of the same phase, or written {@code 项目编码/分期/节点}.
 *
 * @param projectCode folded code of the project of that node
 * @param phase its phase
 * @param node its name, as written
 */
public record PredecessorRef(String projectCode, String phase, String node) {}
