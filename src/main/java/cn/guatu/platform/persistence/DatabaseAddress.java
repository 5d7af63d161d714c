package cn.guatu.platform.persistence;

/**
 * Where the database answers and as whom to ask.
 *
 * @param url the JDBC address
 * @param user the account
 * @param password its password, empty when it has none
 */
public record DatabaseAddress(String url, String user, String password) {

    /** Leaves the password out of logs. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
