package cn.guatu.security;

import java.text.Normalizer;
import java.util.Locale;

/** Account names are compared without case, width and outer blanks. */
final class Usernames {

    private Usernames() {}

    static String key(String username) {
        return Normalizer.normalize(username, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
