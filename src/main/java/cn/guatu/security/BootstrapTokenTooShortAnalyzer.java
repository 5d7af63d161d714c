package cn.guatu.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the product does not start. */
class BootstrapTokenTooShortAnalyzer extends AbstractFailureAnalyzer<BootstrapTokenTooShort> {
    @Override
    protected FailureAnalysis analyze(Throwable root, BootstrapTokenTooShort cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "请换一个至少 " + BootstrapTokenTooShort.LEAST_LENGTH + " 个字符的随机令牌(例如 openssl rand -hex 32),或去掉这个环境变量。",
                cause);
    }
}
