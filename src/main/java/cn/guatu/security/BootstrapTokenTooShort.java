package cn.guatu.security;

/** GUATU_BOOTSTRAP_TOKEN is not long enough; the product does not start. */
class BootstrapTokenTooShort extends RuntimeException {
    static final int LEAST_LENGTH = 32;

    BootstrapTokenTooShort(int length) {
        super("GUATU_BOOTSTRAP_TOKEN 只有 " + length + " 个字符,至少需要 " + LEAST_LENGTH + " 个。");
    }
}
