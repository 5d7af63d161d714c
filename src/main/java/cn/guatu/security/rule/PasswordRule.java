package cn.guatu.security.rule;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a password must be, by 等保 (complexity): ten characters of three kinds, not the account name. */
public final class PasswordRule {

    /** Fewest characters. */
    public static final int LEAST_LENGTH = 10;

    /** The rule in a sentence, shown beside the field. */
    public static final String SENTENCE = "至少10个字符,大写字母、小写字母、数字、符号中至少三种,不含账号名";

    // bcrypt reads no further; a longer password would be cut silently.
    private static final int MOST_BYTES = 72;

    private PasswordRule() {}

    /** Why the password is refused, in a Chinese sentence; empty when it is good. */
    public static Optional<String> refusal(String password, String account) {
        if (password.codePointCount(0, password.length()) < LEAST_LENGTH) {
            return Optional.of("密码至少要有 " + LEAST_LENGTH + " 个字符。");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("密码过长:最多 72 个字节(一个汉字占 3 个字节)。");
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("密码不能含有控制字符。");
        }
        if (kinds(password) < 3) {
            return Optional.of("密码须含大写字母、小写字母、数字、符号中的至少三种。");
        }
        String name = account.toLowerCase(Locale.ROOT);
        if (name.length() >= 3 && password.toLowerCase(Locale.ROOT).contains(name)) {
            return Optional.of("密码不能含有账号名。");
        }
        return Optional.empty();
    }

    private static int kinds(String password) {
        boolean upper = password.chars().anyMatch(Character::isUpperCase);
        boolean lower = password.chars().anyMatch(Character::isLowerCase);
        boolean digit = password.chars().anyMatch(Character::isDigit);
        // a Chinese character is neither case nor digit and counts as a symbol
        boolean other = password.codePoints()
                .anyMatch(c -> !Character.isUpperCase(c) && !Character.isLowerCase(c) && !Character.isDigit(c));
        return (upper ? 1 : 0) + (lower ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
    }
}
