package cn.guatu.security;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How the rows of the audit trail hold together: each hash covers every field of its row and the hash before it. */
final class AuditChain {

    /** What the first row follows. */
    static final String START = "0".repeat(64);

    private AuditChain() {}

    static String hash(AuditEntry entry, String prevHash) {
        StringBuilder text = new StringBuilder();
        field(text, prevHash);
        field(text, Long.toString(entry.seq()));
        field(text, DateTimeFormatter.ISO_INSTANT.format(entry.at()));
        field(text, entry.actor());
        field(text, entry.source());
        field(text, entry.action());
        field(text, entry.subject());
        field(text, entry.before());
        field(text, entry.after());
        return Secrets.hash(text.toString());
    }

    // with its length, so that no text can move from one field into the next
    private static void field(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("-;");
        } else {
            text.append(value.length()).append(':').append(value).append(';');
        }
    }
}
