package cn.guatu.supervision;

import cn.guatu.org.NameKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What long texts are matched by: the digest of the folded text, because an index cannot hold 4 000 signs. */
final class TextKey {

    private TextKey() {}

    static String of(String text) {
        try {
            byte[] folded = NameKey.of(text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(folded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
