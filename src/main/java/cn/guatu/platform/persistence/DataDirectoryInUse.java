package cn.guatu.platform.persistence;

import java.nio.file.Path;
import org.springframework.boot.ExitCodeGenerator;

/** Another running server holds the data directory. */
public class DataDirectoryInUse extends RuntimeException implements ExitCodeGenerator {

    /** What the process ends with, so that scripts can tell. */
    public static final int EXIT_CODE = 73;

    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path dataDir) {
        super("数据目录 " + dataDir.toAbsolutePath().normalize() + " 正被另一个挂图作战服务使用,请先停止它,或用 GUATU_DATA_DIR 指定其他目录。"
                + " (The data directory is in use by another running guatu server: stop that one first,"
                + " or choose another directory with GUATU_DATA_DIR.)");
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
