package cn.guatu.testing;

import cn.guatu.platform.persistence.DataDirectoryInUse;
import cn.guatu.platform.persistence.DatabaseAddress;
import cn.guatu.platform.persistence.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The database server of a test run, one for all contexts: the embedded MariaDB, or a real MySQL 8 with
 * {@code -Dguatu.test.mysql=true}.
 */
public final class TestServer {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final int SLOTS = 8;

    private TestServer() {}

    private static final class Holder {
        private static final DatabaseAddress SERVER = start();
    }

    /** Makes an empty schema and says where it is. */
    public static DatabaseAddress freshSchema() {
        String name = "test_" + SCHEMAS.incrementAndGet();
        DatabaseAddress server = Holder.SERVER;
        try (Connection connection = connect(server);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(server.url() + name, server.user(), server.password());
    }

    /** Whether this run is on MySQL itself. */
    public static boolean isMySql() {
        return Boolean.getBoolean("guatu.test.mysql");
    }

    private static DatabaseAddress start() {
        DatabaseAddress server = isMySql() ? MySqlForTests.start() : startMariaDb();
        try (Connection connection = connect(server);
                Statement sql = connection.createStatement()) {
            for (String left : leftSchemas(sql)) {
                sql.execute("DROP DATABASE " + left);
            }
            // Tests need no durability.
            sql.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server;
    }

    private static List<String> leftSchemas(Statement sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("SHOW DATABASES LIKE 'test\\_%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    // Two test runs in one checkout must not share a server: each takes the first free directory.
    private static DatabaseAddress startMariaDb() {
        for (int slot = 0; slot < SLOTS; slot++) {
            try {
                EmbeddedDatabase server = EmbeddedDatabase.start(Path.of("target", "test-database-" + slot));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                DatabaseAddress address = server.address();
                String root = address.url().substring(0, address.url().lastIndexOf('/') + 1);
                return new DatabaseAddress(root, address.user(), address.password());
            } catch (DataDirectoryInUse taken) {
                // the next one
            }
        }
        throw new IllegalStateException("no free directory for a test database under target/");
    }

    private static Connection connect(DatabaseAddress server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }
}
