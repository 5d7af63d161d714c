package cn.guatu.notification;

import cn.guatu.notification.rule.Backoff;
import cn.guatu.notification.rule.QuietHours;
import cn.guatu.org.PersonId;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Brings out what is to go out: gathers outbox rows into messages (one mail a person and week, one post a batch), then hands the messages
 * over, each by one server at a time. Whether it was taken is unknown only when the server dies or the line breaks in the middle of handing it
 * over: then a person decides (docs/decisions/0017). Any number of servers may do this at the same time, as often as they like.
 */
@Service
public class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration CALM = Duration.ofMinutes(10);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(60);
    private static final Duration POST_CALM = Duration.ofSeconds(30);
    private static final int AT_A_TIME = 100;

    private final OutboxQueries queries;
    private final OutboxStore store;
    private final NoticeSettingsService settings;
    private final Notifications notifications;
    private final MailHandover mail;
    private final RobotHandover robots;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;

    Dispatch(
            OutboxQueries queries,
            OutboxStore store,
            NoticeSettingsService settings,
            Notifications notifications,
            MailHandover mail,
            RobotHandover robots,
            RetryingTransactions transactions,
            BusinessClock clock) {
        this.queries = queries;
        this.store = store;
        this.settings = settings;
        this.notifications = notifications;
        this.mail = mail;
        this.robots = robots;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Gathers and hands over what is due now. @return how many messages were taken */
    public int run() {
        NoticeSettings now = settings.settings();
        gatherMail(now);
        if (isQuiet(now.quiet())) {
            return 0;
        }
        gatherPosts();
        transactions.run(() -> store.markLost(clock.now()));
        int sent = handOver(Channel.ROBOT);
        return mail.isConfigured() ? sent + handOver(Channel.MAIL) : sent;
    }

    /** From the week's moment on, and when nothing more has come in for a while: a catch-up after an outage is one mail, not three. */
    private void gatherMail(NoticeSettings now) {
        Instant at = clock.now();
        ReportingWeek week = ReportingWeek.containing(clock.today());
        if (!mail.isConfigured() || at.isBefore(now.digestFrom(week))) {
            return;
        }
        List<OutboxQueries.Waiting> waiting = queries.mail();
        Set<String> done = queries.gathered(
                waiting.stream().map(each -> key(each.person(), week)).collect(Collectors.toSet()));
        for (OutboxQueries.Waiting each : waiting) {
            boolean calm = each.newest().plus(CALM).isBefore(at)
                    || each.oldest().plus(LONG_ENOUGH).isBefore(at);
            QuietHours quiet = each.quiet() == null ? now.quiet() : each.quiet();
            if (calm && !isQuiet(quiet) && !done.contains(key(each.person(), week))) {
                transactions.run(() -> store.gatherMail(key(each.person(), week), each.person(), at));
            }
        }
    }

    private void gatherPosts() {
        Instant at = clock.now();
        for (OutboxQueries.WaitingPost each : queries.posts()) {
            if (each.oldest().plus(POST_CALM).isBefore(at)) {
                transactions.run(() -> store.gatherPost(each.robot(), each.first(), each.last(), at));
            }
        }
    }

    private int handOver(Channel channel) {
        int sent = 0;
        for (long message : queries.claimable(channel, clock.now(), AT_A_TIME)) {
            String fence = UUID.randomUUID().toString();
            Instant now = clock.now();
            if (transactions.execute(() -> store.claim(message, fence, now, now.plus(LEASE)))) {
                Outgoing outgoing = queries.held(message, fence).orElse(null);
                sent += outgoing != null && handOver(outgoing) ? 1 : 0;
            }
        }
        return sent;
    }

    private boolean handOver(Outgoing outgoing) {
        // asked for at the last moment before anything could reach the other side
        Begin begin = () -> transactions.execute(() -> store.beginHandingOver(
                outgoing.id(), outgoing.fence(), clock.now().plus(LEASE)));
        Handover result =
                outgoing.channel() == Channel.MAIL ? mail.handOver(outgoing, begin) : robots.handOver(outgoing, begin);
        Instant now = clock.now();
        boolean noted = transactions.execute(() -> {
            report(outgoing, result);
            return switch (result) {
                case Handover.Accepted _ ->
                    store.finish(outgoing.id(), outgoing.fence(), MessageState.SENT, now, null, now);
                case Handover.Later later ->
                    store.finish(
                            outgoing.id(),
                            outgoing.fence(),
                            MessageState.WAITING,
                            now.plus(Backoff.after(outgoing.attempts())),
                            later.reason(),
                            null);
                case Handover.Never never ->
                    store.finish(outgoing.id(), outgoing.fence(), MessageState.FAILED, now, never.reason(), null);
                case Handover.Unknown unknown ->
                    store.finish(outgoing.id(), outgoing.fence(), MessageState.DOUBTFUL, now, unknown.reason(), null);
            };
        });
        if (!(result instanceof Handover.Accepted)) {
            LOG.warn("{} {} 没有发出:{}", outgoing.channel().label(), outgoing.key(), result);
        }
        return noted && result instanceof Handover.Accepted;
    }

    /** A wrong address is told to whom it belongs, in the product. */
    private void report(Outgoing outgoing, Handover result) {
        PersonId person = outgoing.person();
        if (person != null && result instanceof Handover.Never never && never.wrongAddress()) {
            notifications.raise(new NoticeData(
                    "mail-address:" + person.value() + ":" + outgoing.key(),
                    person,
                    NoticeKind.SYSTEM,
                    "您的邮箱无法收到通知邮件",
                    (outgoing.address().isEmpty() ? "没有登记邮箱" : "登记的邮箱 " + outgoing.address() + " 被拒收")
                            + ",请联系系统管理员在“人员”中更正。",
                    "notices/settings",
                    Urgency.NORMAL));
        }
    }

    private boolean isQuiet(QuietHours quiet) {
        return quiet.isQuiet(LocalTime.ofInstant(clock.now(), BusinessClock.ZONE));
    }

    private static String key(PersonId person, ReportingWeek week) {
        return "mail:" + week + ":" + person.value();
    }

    /** Asks whether the message is still this server's, and notes that it may be on the other side from now on. */
    interface Begin {
        boolean ok();
    }
}
