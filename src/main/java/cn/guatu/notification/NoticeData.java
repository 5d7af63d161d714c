package cn.guatu.notification;

import cn.guatu.org.PersonId;

/**
 * What somebody is to be told.
 *
 * @param key unique for ever, at most 190 signs, feature first: {@code ladder:2026-W47:late:node:12:to:7}; the second notice with a key is
 *     not raised. It names whoever is told when several are
 * @param to who is told
 * @param kind what it is about
 * @param title one line, at most 200 signs, longer ones are cut
 * @param body some sentences, may be empty; at most 4 000 signs, longer ones are cut
 * @param link path and query within the product without a leading slash, such as {@code reports/12?week=2026-W47}; empty: the list of notices
 * @param urgency how much it presses
 */
public record NoticeData(
        String key, PersonId to, NoticeKind kind, String title, String body, String link, Urgency urgency) {

    private static final int KEY = 190;
    private static final int TITLE = 200;
    private static final int BODY = 4000;
    private static final int LINK = 512;

    /** @throws IllegalArgumentException for a key or a link that cannot be one */
    public NoticeData {
        if (key.isBlank() || key.length() > KEY) {
            throw new IllegalArgumentException("a notice needs a key of 1–190 signs: " + key);
        }
        if (link.length() > LINK || link.startsWith("/") || link.contains("\\") || link.matches("[^/?#]*:.*")) {
            throw new IllegalArgumentException("not a path within the product: " + link);
        }
        title = cut(title.strip().replaceAll("\\s+", " "), TITLE);
        body = cut(body.strip(), BODY);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
