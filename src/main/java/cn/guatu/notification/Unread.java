package cn.guatu.notification;

/**
 * How many notices a person has not read.
 *
 * @param count how many
 * @param latest the greatest id among them; 0 when there are none
 */
public record Unread(int count, long latest) {
    /** Everything is read. */
    public static final Unread NONE = new Unread(0, 0);
}
