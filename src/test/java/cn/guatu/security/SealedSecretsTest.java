package cn.guatu.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the product must read again is sealed (decision 0039). */
class SealedSecretsTest {

    private static final String SETTING = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path data;

    @Test
    void whatIsSealedShowsNothingAndIsOpenedAgain() {
        SealedSecrets secrets = new SealedSecrets(SETTING, data);
        String kept = secrets.seal("SEC加签密钥");
        assertThat(kept).doesNotContain("加签").isNotEqualTo(secrets.seal("SEC加签密钥"));
        assertThat(secrets.open(kept)).isEqualTo("SEC加签密钥");
        assertThat(data).as("the setting needs no file").isEmptyDirectory();
    }

    @Test
    void theKeyOfTheDataDirectoryIsItsOwnersAndOutlivesAStart() throws Exception {
        String kept = new SealedSecrets("", data).seal("SEC1");
        assertThat(new SealedSecrets("", data).open(kept)).isEqualTo("SEC1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherKeyOrAFlippedSignOpensNothing() {
        String kept = new SealedSecrets(SETTING, data).seal("SEC1");
        assertThatThrownBy(() -> new SealedSecrets(SETTING + "x", data).open(kept))
                .hasMessageContaining("密钥不符");
        String flipped = kept.substring(0, kept.length() - 3) + (kept.endsWith("AA=") ? "BB=" : "AA=");
        assertThatThrownBy(() -> new SealedSecrets(SETTING, data).open(flipped)).hasMessageContaining("密钥不符");
    }

    @Test
    void whatWasKeptBeforeThereWereSealsIsReadAsItIs() {
        assertThat(new SealedSecrets(SETTING, data).open("https://oapi.dingtalk.com/robot/send"))
                .isEqualTo("https://oapi.dingtalk.com/robot/send");
    }
}
