package cn.guatu.rollup;

/** A light (灯, semantics §8). Never shown as a colour alone: the icon and the word go with it. */
public enum Light {
    /** Done: a rate of 100 % or more (蓝✓). */
    DONE("完成", "✓", 0),
    /** Ahead of, or on, the expected progress; a node finished in time (绿). */
    GREEN("达序时", "●", 1),
    /** A node that is open and due within 14 calendar days (蓝). */
    DUE_SOON("临期", "◷", 4),
    /** Less than 10 points behind; a node finished late (黄). */
    YELLOW("关注", "▲", 5),
    /** 10 to 30 points behind; a node 1 to 10 working days late (橙). */
    ORANGE("督办", "◆", 6),
    /** More than 30 points behind; a node more than 10 working days late (红). */
    RED("红灯", "■", 7),
    /** No rate: not reported, or no target (灰). */
    GREY("未报", "–", 3),
    /** Nothing expected and nothing achieved yet; an open node that is not due soon (空心). */
    NOT_DUE("未到期", "○", 2);

    private final String label;
    private final String icon;
    private final int severity;

    Light(String label, String icon, int severity) {
        this.label = label;
        this.icon = icon;
        this.severity = severity;
    }

    /** The Chinese word that goes with the colour; never null. */
    public String label() {
        return label;
    }

    /** The sign that goes with the colour, for eyes that do not tell colours apart; never null. */
    public String icon() {
        return icon;
    }

    /** How bad it is: 0 is {@link #DONE}, 7 is {@link #RED}. Orders lights for "the worst child". */
    public int severity() {
        return severity;
    }

    /** The worse one of two. */
    public Light worse(Light other) {
        return other.severity > severity ? other : this;
    }

    /** Whether something is overdue or far behind: {@link #ORANGE} or {@link #RED}. */
    public boolean isBehind() {
        return this == ORANGE || this == RED;
    }

    /**
     * The light of a closed month in hindsight (补齐, semantics §8): it never changes, except that what was behind is yellow once what was
     * missing has been delivered.
     *
     * @param known the light that the same month has by what is known now
     */
    public Light onceKnown(Light known) {
        return isBehind() && (known == GREEN || known == DONE) ? YELLOW : this;
    }
}
