package cn.guatu.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Puts the database together: the embedded server when nobody named another, the pool, jOOQ's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    @Conditional(EmbeddedDatabaseCondition.class)
    EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) {
        return EmbeddedDatabase.start(settings.dataDir());
    }

    @Bean
    DatabaseAddress databaseAddress(DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        EmbeddedDatabase server = embedded.getIfAvailable();
        return server != null
                ? server.address()
                : new DatabaseAddress(
                        settings.db().url(), settings.db().user(), settings.db().password());
    }

    // Asking for the embedded server, even when there is none, makes the pool close before the server stops.
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseAddress address, ObjectProvider<EmbeddedDatabase> embedded) {
        embedded.getIfAvailable();
        return new HikariDataSource(poolFor(address));
    }

    @Bean
    DefaultConfigurationCustomizer jooqSettings() {
        return configuration -> configuration
                .set(SQLDialect.MYSQL)
                .set(new Settings()
                        .withRenderSchema(false)
                        .withRenderGroupConcatMaxLenSessionVariable(false)
                        .withExecuteWithOptimisticLocking(false));
    }

    /** The pool's settings, the same for every server that we run on. */
    static HikariConfig poolFor(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("guatu");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("connectTimeout", "3000");
        config.addDataSourceProperty("socketTimeout", "60000");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("failOverReadOnly", "false");
        config.addDataSourceProperty("rewriteBatchedStatements", "true");
        // The driver knows the isolation level and the read-only state that it set; asking the server before every
        // write
        // doubled the ways of a save. Statements that were taken apart once are kept.
        config.addDataSourceProperty("useLocalSessionState", "true");
        config.addDataSourceProperty("cachePrepStmts", "true");
        config.addDataSourceProperty("prepStmtCacheSize", "250");
        config.addDataSourceProperty("prepStmtCacheSqlLimit", "8192");
        config.addDataSourceProperty("characterEncoding", "UTF-8");
        // Days and instants are written as they look, in UTC; no driver may shift them by a time zone of its own.
        config.addDataSourceProperty("connectionTimeZone", "UTC");
        config.addDataSourceProperty("preserveInstants", "false");
        config.addDataSourceProperty(
                "sessionVariables",
                "time_zone='+00:00',group_concat_max_len=16777216,sql_mode='STRICT_TRANS_TABLES,NO_ZERO_DATE,"
                        + "NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'");
        return config;
    }
}
