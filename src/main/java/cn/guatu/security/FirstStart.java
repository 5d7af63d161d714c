package cn.guatu.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The first key to the house: a one-time link for the first administrator, and the bootstrap token. There is no default password. */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final AccountService accounts;
    private final TokenService tokens;
    private final AuditService audit;
    private final Environment environment;
    private final String bootstrapToken;

    FirstStart(
            AccountService accounts,
            TokenService tokens,
            AuditService audit,
            Environment environment,
            @Value("${guatu.bootstrap-token:}") String bootstrapToken) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.audit = audit;
        this.environment = environment;
        this.bootstrapToken = bootstrapToken.strip();
        if (!this.bootstrapToken.isEmpty() && this.bootstrapToken.length() < BootstrapTokenTooShort.LEAST_LENGTH) {
            throw new BootstrapTokenTooShort(this.bootstrapToken.length());
        }
    }

    /** Before the server listens: whoever reaches it may call with the token at once. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!bootstrapToken.isEmpty() && !tokens.bootstrap(bootstrapToken)) {
            LOG.warn("GUATU_BOOTSTRAP_TOKEN 与首次启动时的不同,已忽略;如需更换,请在“接口令牌”中新建令牌。");
        }
    }

    /** After the demonstration has made its accounts. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void printSetUpLink() {
        // kept in the log, outside the database: shows when the end of the trail was cut off together with its head
        LOG.info("审计链末行:{}", audit.anchor());
        if (accounts.hasAdministrator()) {
            return;
        }
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String token = accounts.inviteFirstAdministrator();
        LOG.warn("首次使用:请在 72 小时内打开 http://localhost:{}/setup?token={} 创建系统管理员账号(链接只能用一次)。", port, token);
    }
}
