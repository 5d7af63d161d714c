package cn.guatu.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/** The chain of the snapshots: each hash holds the one before, so that nothing can be changed, dropped or put in between unseen. */
final class SnapshotHash {

    /** What stands before the first snapshot. */
    static final String START = "0".repeat(64);

    /** No text of ours contains it. */
    private static final char BETWEEN = '\u001f';

    private SnapshotHash() {}

    /** What a snapshot is, without its rows. */
    record Head(
            long place,
            int year,
            int month,
            int edition,
            LocalDate cutOff,
            Instant publishedAt,
            Instant knownAt,
            String publishedBy,
            int ruleVersion) {}

    static String ofLine(String kind, String key, String content) {
        return sha256(kind + BETWEEN + key + BETWEEN + content);
    }

    static String of(String previous, Head head, List<String> lineHashes) {
        StringBuilder text = new StringBuilder(previous)
                .append(BETWEEN)
                .append(head.place())
                .append(BETWEEN)
                .append(head.year())
                .append(BETWEEN)
                .append(head.month())
                .append(BETWEEN)
                .append(head.edition())
                .append(BETWEEN)
                .append(head.cutOff())
                .append(BETWEEN)
                .append(head.publishedAt())
                .append(BETWEEN)
                .append(head.knownAt())
                .append(BETWEEN)
                .append(head.publishedBy())
                .append(BETWEEN)
                .append(head.ruleVersion());
        lineHashes.forEach(hash -> text.append(BETWEEN).append(hash));
        return sha256(text.toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
