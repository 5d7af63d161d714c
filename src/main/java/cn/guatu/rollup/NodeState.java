package cn.guatu.rollup;

/** Which nodes are asked for (rulings, Figures). */
public enum NodeState {
    /** Every node of the year. */
    ALL,
    /** No actual date on or before the cut-off. */
    OPEN,
    /** Open, and planned within the 14 calendar days from the cut-off on; also one that is past by 0 working days. */
    DUE,
    /** Open, and at least 1 working day late. */
    LATE,
    /** An actual date on or before the cut-off. */
    DONE
}
