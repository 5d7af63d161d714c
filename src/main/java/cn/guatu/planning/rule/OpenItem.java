package cn.guatu.planning.rule;

/**
 * Something that is not broken down yet (未分解清单).
 *
 * @param kind what is missing
 * @param key the row of the desk where it can be mended
 * @param what the record, in words
 * @param why what is missing, in words
 */
public record OpenItem(Kind kind, String key, String what, String why) {

    /** What can be missing, in the order in which the list shows it. */
    public enum Kind {
        /** 指标没有目标值 */
        NO_VALUE("没有目标值"),
        /** 指标没有项目 */
        NO_PROJECT("没有项目"),
        /** 指标的节点计划量不足 */
        GAP("有缺口"),
        /** 项目没有责任人 */
        NO_OWNER("没有责任人"),
        /** 责任人已离岗 */
        OWNER_LEFT("责任人已离岗"),
        /** 项目没有节点 */
        NO_NODE("没有节点"),
        /** 节点没有定日期 */
        NO_DATE("没有定日期"),
        /** 计入指标的节点没有数量 */
        NO_QUANTITY("没有数量"),
        /** 同一人同时承担过多 */
        TOO_MUCH("承担过多");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The Chinese words for the list. */
        public String label() {
            return label;
        }
    }
}
