package cn.guatu.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what the product must be able to read again, such as the signing key of a group robot, so that a copy of the database alone gives
 * nothing away (decision 0039). The key comes from the setting {@code GUATU_SECRET_KEY}; without it, from a file in the data directory
 * that is made when the first secret is sealed and that only its owner may read.
 */
@Component
public class SealedSecrets {

    private static final String MARK = "sealed1:";
    private static final String KEY_FILE = "secret.key";
    private static final int SHORTEST_KEY = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final String setting;
    private final Path dataDir;
    private final SecureRandom random = new SecureRandom();
    private @Nullable SecretKey key;

    SealedSecrets(@Value("${guatu.secret-key:}") String setting, @Value("${guatu.data-dir:./data}") Path dataDir) {
        if (!setting.isEmpty() && setting.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "GUATU_SECRET_KEY 至少 " + SHORTEST_KEY + " 个字符，现为 " + setting.length() + " 个。");
        }
        this.setting = setting;
        this.dataDir = dataDir;
    }

    /** The secret as it may be kept in the database; different every time. */
    public String seal(String secret) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, iv));
            byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] kept = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, kept, IV_BYTES, sealed.length);
            return MARK + Base64.getEncoder().encodeToString(kept);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The secret again; what was kept before there were seals is given as it is.
     *
     * @throws CannotOpen when it was sealed with another key, or was tampered with
     */
    public String open(String kept) {
        if (!isSealed(kept)) {
            return kept;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(kept.substring(MARK.length()));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, bytes, 0, IV_BYTES));
            return new String(cipher.doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotOpen(e);
        }
    }

    /** Whether it is sealed, and not as it was given. */
    public static boolean isSealed(String kept) {
        return kept.startsWith(MARK);
    }

    /** A secret that this server has not the key to. */
    public static final class CannotOpen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotOpen(Throwable cause) {
            super("密文与本服务器的密钥不符：请核对 GUATU_SECRET_KEY 或数据目录中的 " + KEY_FILE + "，或重新填写。", cause);
        }
    }

    private synchronized SecretKey key() {
        SecretKey known = key;
        if (known == null) {
            known = new SecretKeySpec(setting.isEmpty() ? fromFile() : digest(setting), "AES");
            key = known;
        }
        return known;
    }

    private static byte[] digest(String setting) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(setting.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] fromFile() {
        Path file = dataDir.resolve(KEY_FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path file) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        Files.createDirectories(dataDir);
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            return;
        }
        Files.writeString(file, HexFormat.of().formatHex(fresh));
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
