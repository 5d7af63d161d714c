package cn.guatu.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server of our own, for whoever has no MySQL: unpacked once, kept with its data under the data directory,
 * reachable from this machine only, with a password that is new at every start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String ACCOUNT = "guatu";
    // Crash recovery after a power cut may take its time.
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final DataDirectoryLock lock;
    private final Process server;
    private final DatabaseAddress address;

    private EmbeddedDatabase(DataDirectoryLock lock, Process server, DatabaseAddress address) {
        this.lock = lock;
        this.server = server;
        this.address = address;
    }

    /**
     * Starts the server, after making sure that nobody else uses its data.
     *
     * @param dataDir where server and data are kept between starts
     * @throws DataDirectoryInUse when another process holds the directory
     */
    public static EmbeddedDatabase start(Path dataDir) {
        DataDirectoryLock lock = DataDirectoryLock.take(dataDir);
        try {
            return startLocked(lock, dataDir.toAbsolutePath().normalize().resolve("mariadb"));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedDatabase startLocked(DataDirectoryLock lock, Path home) {
        Instant begun = Instant.now();
        OrphanedServer.stopIfAny(home.resolve("mariadbd.pid"));
        MariaDbInstallation installation = MariaDbInstallation.prepare(home);
        String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        int port = freePort();
        Path initFile = writeInitFile(home, password);
        Process server = installation.launch(port, initFile);
        DatabaseAddress address = new DatabaseAddress("jdbc:mysql://127.0.0.1:" + port + "/guatu", ACCOUNT, password);
        try {
            awaitReady(server, address, installation.errorLog());
            Files.deleteIfExists(initFile);
        } catch (IOException e) {
            server.destroy();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            server.destroy();
            throw e;
        }
        LOG.info(
                "内置数据库已就绪(用时 {} 毫秒),数据在 {}",
                Duration.between(begun, Instant.now()).toMillis(),
                home);
        return new EmbeddedDatabase(lock, server, address);
    }

    /** Where the server answers. */
    public DatabaseAddress address() {
        return address;
    }

    /** Stops the server in good order and gives the data directory free. */
    @Override
    public void close() {
        try (lock) {
            // SIGTERM is MariaDB's orderly shutdown; where there are no signals, SQL asks for it.
            if (server.supportsNormalTermination()) {
                server.destroy();
            } else {
                askToShutDown();
            }
            if (!server.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("内置数据库在 {} 秒内没有停下,强制结束", STOP_PATIENCE.toSeconds());
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askToShutDown() {
        try (Connection connection = connect(address);
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            LOG.warn("内置数据库没有接受关闭请求", e);
        }
    }

    private static void awaitReady(Process server, DatabaseAddress address, Path errorLog) {
        Instant deadline = Instant.now().plus(START_PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            if (!server.isAlive()) {
                throw new IllegalStateException("内置数据库启动失败,原因见 " + errorLog);
            }
            try (Connection ready = connect(address)) {
                return;
            } catch (SQLException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("内置数据库在 " + START_PATIENCE.toMinutes() + " 分钟内没有就绪,原因见 " + errorLog);
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.url() + "?connectTimeout=1000&socketTimeout=5000", address.user(), address.password());
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", e);
        }
    }

    private static Path writeInitFile(Path home, String password) {
        try {
            Path file = home.resolve("init.sql");
            Files.deleteIfExists(file);
            Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            // One statement a line: that is all the server's init file understands.
            return Files.writeString(file, """
                    CREATE DATABASE IF NOT EXISTS guatu CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                    CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                    GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1';
                    """.formatted(ACCOUNT, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
