package cn.guatu.testing;

import cn.guatu.platform.persistence.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A real MySQL 8 of the test run, with an empty data directory each time, on this machine only. */
final class MySqlForTests {

    private MySqlForTests() {}

    static DatabaseAddress start() {
        try {
            Path base = unpacked(Path.of(System.getProperty("guatu.test.mysql.home")));
            Path home = Files.createTempDirectory("guatu-mysql");
            Path data = home.resolve("data");
            await(launch(base, home, List.of("--initialize-insecure", "--datadir=" + data)));
            // root may only come from "localhost", a name that the server does not look up.
            Path initFile = Files.writeString(home.resolve("init.sql"), """
                    CREATE USER 'guatu'@'127.0.0.1' IDENTIFIED BY '';
                    GRANT ALL ON *.* TO 'guatu'@'127.0.0.1';
                    """);
            int port = freePort();
            Process server = launch(
                    base,
                    home,
                    List.of(
                            "--datadir=" + data,
                            "--init-file=" + initFile,
                            "--port=" + port,
                            "--bind-address=127.0.0.1",
                            "--socket=" + home.resolve("s"),
                            "--mysqlx=OFF",
                            "--skip-name-resolve",
                            "--disable-log-bin",
                            "--character-set-server=utf8mb4",
                            "--collation-server=utf8mb4_bin"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
            DatabaseAddress address = new DatabaseAddress("jdbc:mysql://127.0.0.1:" + port + "/", "guatu", "");
            awaitReady(address, server, home);
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpacked(Path dist) throws IOException {
        try (Stream<Path> files = Files.walk(dist, 4)) {
            return files.filter(file -> file.endsWith(Path.of("bin", "mysqld")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no bin/mysqld under " + dist))
                    .getParent()
                    .getParent();
        }
    }

    private static Process launch(Path base, Path home, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(base.resolve("bin/mysqld").toString());
        command.add("--no-defaults");
        command.add("--basedir=" + base);
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("mysql.log").toFile()))
                .start();
    }

    private static void await(Process process) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException("mysqld --initialize-insecure ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitReady(DatabaseAddress address, Process server, Path home) throws IOException {
        for (int tries = 0; tries < 600 && server.isAlive(); tries++) {
            try (Connection ready = DriverManager.getConnection(address.url(), address.user(), address.password())) {
                return;
            } catch (SQLException notYet) {
                pause();
            }
        }
        throw new IOException("MySQL did not start:\n" + Files.readString(home.resolve("mysql.log")));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Process server, Path home) {
        server.destroyForcibly();
        try {
            server.waitFor();
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException | InterruptedException e) {
            System.err.println("left behind: " + home);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
