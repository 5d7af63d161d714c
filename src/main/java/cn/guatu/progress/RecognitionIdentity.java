package cn.guatu.progress;

import cn.guatu.org.NameKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a row is "recognised once" by, beside phase, target and node: its batch number, or its evidence number when it has no batch
 * (semantics §2). Folded like names, so a blank or a full-width bracket does not make a second row of the same certificate.
 */
public final class RecognitionIdentity {

    private RecognitionIdentity() {}

    /** The identity, at most 80 characters; equal exactly when the rows are the same. */
    public static String of(@Nullable String batch, String evidence) {
        return batch != null ? "b:" + NameKey.of(batch) : "e:" + sha256(NameKey.of(evidence));
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
