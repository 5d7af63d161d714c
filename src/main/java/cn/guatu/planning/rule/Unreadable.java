package cn.guatu.planning.rule;

/** A text that means nothing in its column; the sentence says what was expected. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence for the person who typed it. */
    public Unreadable(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
