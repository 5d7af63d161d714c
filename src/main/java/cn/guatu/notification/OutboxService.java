package cn.guatu.notification;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AuditService;
import cn.guatu.security.Permission;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What went out and what did not, for the administrator. */
@Service
public class OutboxService {

    private final OutboxQueries queries;
    private final OutboxStore store;
    private final MailHandover mail;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;

    OutboxService(
            OutboxQueries queries,
            OutboxStore store,
            MailHandover mail,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.mail = mail;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether mails can go out at all. */
    public boolean mailIsConfigured() {
        return mail.isConfigured();
    }

    /** A page of messages, the latest first. @param state null for all */
    @PreAuthorize(Permission.May.ADMINISTER)
    public List<Message> page(@Nullable MessageState state, int offset, int limit) {
        return queries.page(state, offset, limit);
    }

    /** How many messages are in each state; a state without any is left out. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public Map<MessageState, Integer> counts() {
        return queries.counts();
    }

    /** Lets a failed or doubtful message be tried again at once. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void retry(Message message) {
        decide(message, "notice.retry", () -> store.retry(message.id(), clock.now()));
    }

    /** Calls a doubtful or failed message delivered, because somebody has asked. */
    @PreAuthorize(Permission.May.ADMINISTER)
    public void confirm(Message message) {
        decide(message, "notice.confirm", () -> store.confirm(message.id(), clock.now()));
    }

    private void decide(Message message, String action, BooleanSupplier move) {
        transactions.run(() -> {
            if (!move.getAsBoolean()) {
                throw Refusal.conflict("这条消息的状态刚刚变了,请刷新后再看。");
            }
            audit.record(action, message.key(), Map.of("state", message.state()), null);
        });
    }
}
