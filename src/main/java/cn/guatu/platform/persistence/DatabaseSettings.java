package cn.guatu.platform.persistence;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the person who runs the product may say about the database.
 *
 * @param dataDir where the embedded server and its data are kept
 * @param db a server of one's own
 */
@ConfigurationProperties("guatu")
record DatabaseSettings(
        @DefaultValue("./data") Path dataDir, @DefaultValue External db) {

    /**
     * A MySQL server that somebody else runs.
     *
     * @param url its JDBC address; empty to use the embedded server
     * @param user the account
     * @param password the password of the account
     */
    record External(
            @DefaultValue("") String url,
            @DefaultValue("guatu") String user,
            @DefaultValue("") String password) {}

    boolean embedded() {
        return db.url().isBlank();
    }
}
