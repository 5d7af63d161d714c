package cn.guatu.bulletin;

import cn.guatu.bulletin.rule.Bulletin;
import java.util.List;
import java.util.Map;

/**
 * The text of a month's 通报 as it stands.
 *
 * @param generated as the figures give it
 * @param rewritten text by key of the paragraphs that people have rewritten
 * @param edited the generated text with what people rewrote: this one is exported
 * @param number of the version in force; 0 while nobody has saved anything
 * @param versions all savings, the latest first
 */
public record BulletinText(
        Bulletin generated,
        Map<String, String> rewritten,
        Bulletin edited,
        int number,
        List<BulletinVersion> versions) {

    /** Keeps its own copies. */
    public BulletinText {
        rewritten = Map.copyOf(rewritten);
        versions = List.copyOf(versions);
    }
}
