package cn.guatu.platform.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {

    @TempDir
    private Path dataDir;

    @Test
    void aSecondServerIsRefusedInASentence() {
        try (DataDirectoryLock first = DataDirectoryLock.take(dataDir)) {
            assertThatExceptionOfType(DataDirectoryInUse.class)
                    .isThrownBy(() -> DataDirectoryLock.take(dataDir))
                    .withMessageContaining("正被另一个挂图作战服务使用")
                    .matches(refusal -> refusal.getExitCode() == 73);
        }
        assertThatCode(() -> DataDirectoryLock.take(dataDir).close()).doesNotThrowAnyException();
    }
}
