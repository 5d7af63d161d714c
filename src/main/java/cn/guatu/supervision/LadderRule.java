package cn.guatu.supervision;

/** What the ladder watches. */
public enum LadderRule {
    /** 每周填报: an item that was asked for and is not reported */
    REPORT("每周填报"),
    /** 节点按期: an open node and its planned date */
    NODE("节点按期");

    private final String label;

    LadderRule(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and notices. */
    public String label() {
        return label;
    }
}
