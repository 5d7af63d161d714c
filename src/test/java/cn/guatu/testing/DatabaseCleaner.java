package cn.guatu.testing;

import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Empties the business tables, so that a test begins where every test begins. */
public class DatabaseCleaner {

    private final DSLContext sql;
    private final List<String> tables;

    /** Takes note of the tables that the migrations left empty; the others hold reference data and are kept. */
    DatabaseCleaner(DSLContext sql, Flyway migrated) {
        this.sql = sql;
        this.tables = sql
                .fetch("select table_name from information_schema.tables where table_schema = database()")
                .getValues(0, String.class)
                .stream()
                .filter(table -> !table.toLowerCase(Locale.ROOT).startsWith("qrtz_"))
                .filter(table -> !table.equals(migrated.getConfiguration().getTable()))
                .filter(table -> !sql.fetchExists(DSL.table(DSL.name(table))))
                .toList();
    }

    /** Deletes every row of every business table. */
    public void clear() {
        sql.connection(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET FOREIGN_KEY_CHECKS = 0");
                for (String table : tables) {
                    statement.addBatch("DELETE FROM `" + table + "`");
                }
                statement.executeBatch();
                statement.execute("SET FOREIGN_KEY_CHECKS = 1");
            }
        });
    }
}
