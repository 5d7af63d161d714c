package cn.guatu.notification;

import cn.guatu.notification.rule.Digest;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a person's digest to the mail server. Its Message-ID is made of the message's key, so that a second copy can be recognised. */
@Component
class MailHandover {

    private static final Logger LOG = LoggerFactory.getLogger(MailHandover.class);
    private static final int MOST_PICTURES = 3;
    private static final Pattern NUMBER = Pattern.compile("[45]\\d\\d\\b");

    private final JavaMailSenderImpl server;
    private final NotificationAddresses addresses;
    private final ObjectProvider<NoticePicture> pictures;
    private final BusinessClock clock;

    MailHandover(
            JavaMailSenderImpl server,
            NotificationAddresses addresses,
            ObjectProvider<NoticePicture> pictures,
            BusinessClock clock) {
        this.server = server;
        this.pictures = pictures;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Whether there is a mail server to hand to. */
    boolean isConfigured() {
        String host = server.getHost();
        return host != null && !host.isBlank();
    }

    Handover handOver(Outgoing outgoing, Dispatch.Begin begin) {
        InternetAddress to;
        try {
            to = new InternetAddress(outgoing.address(), true);
        } catch (AddressException unusable) {
            return new Handover.Never(
                    outgoing.address().isEmpty() ? "没有登记邮箱。" : "邮箱地址 " + outgoing.address() + " 写法不正确。", true);
        }
        Session session = server.getSession();
        Transport line;
        MimeMessage message;
        try {
            message = message(session, outgoing, to);
            line = session.getTransport("smtp");
            line.connect(server.getHost(), server.getPort(), named(server.getUsername()), named(server.getPassword()));
        } catch (MessagingException | UnsupportedEncodingException notConnected) {
            return new Handover.Later("邮件服务器连接不上:" + notConnected.getMessage());
        }
        try {
            return begin.ok() ? given(line, message, outgoing) : new Handover.Later("已由另一台服务器接手。");
        } finally {
            close(line);
        }
    }

    // What goes wrong after the answer changes nothing about the answer.
    private static void close(Transport line) {
        try {
            line.close();
        } catch (MessagingException e) {
            LOG.debug("The line to the mail server did not close well", e);
        }
    }

    private static @Nullable String named(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting;
    }

    private static Handover given(Transport line, MimeMessage message, Outgoing outgoing) {
        try {
            line.sendMessage(message, message.getAllRecipients());
            return new Handover.Accepted();
        } catch (SendFailedException refused) {
            String words = words(refused);
            Matcher number = NUMBER.matcher(words);
            char kind = number.lookingAt() ? words.charAt(0) : '?';
            boolean address = refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
            return switch (kind) {
                case '5' ->
                    new Handover.Never((address ? "邮箱地址 " + outgoing.address() + " 被拒收:" : "邮件被拒收:") + words, address);
                case '4' -> new Handover.Later("邮件服务器暂不接收:" + words);
                default -> new Handover.Unknown("邮件服务器没有说明是否收下:" + words);
            };
        } catch (MessagingException broken) {
            return new Handover.Unknown("发送途中连接中断,对方可能已收到:" + broken.getMessage());
        }
    }

    /** What the server said, number first: about the address, which is the innermost, or about the mail. */
    private static String words(SendFailedException refused) {
        Exception innermost = refused;
        while (innermost instanceof MessagingException outer && outer.getNextException() != null) {
            innermost = outer.getNextException();
        }
        return String.valueOf(innermost.getMessage()).strip();
    }

    private MimeMessage message(Session session, Outgoing outgoing, InternetAddress to)
            throws MessagingException, UnsupportedEncodingException {
        String id = "<" + outgoing.key().replace(':', '.') + "@" + domain() + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        Map<String, byte[]> shown = pictures(outgoing.notices());
        Digest digest = new Digest(
                outgoing.personName(),
                week(),
                outgoing.notices().stream()
                        .map(notice -> new Digest.Item(
                                notice.kind().label(),
                                notice.urgency() == Urgency.URGENT,
                                notice.title(),
                                notice.body(),
                                notice.link(),
                                shown.containsKey(cid(notice)) ? cid(notice) : null))
                        .toList(),
                addresses.base());
        MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        parts.setFrom(addresses.mailFrom(), "挂图作战");
        parts.setTo(to);
        parts.setSubject(digest.subject());
        parts.setText(digest.text(), digest.html());
        for (Map.Entry<String, byte[]> picture : shown.entrySet()) {
            parts.addInline(picture.getKey(), new ByteArrayResource(picture.getValue()), "image/png");
        }
        parts.setSentDate(Date.from(clock.now()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static String cid(Notice notice) {
        return "notice-" + notice.id();
    }

    /** A picture is an extra: without it the mail still says what it has to say. */
    private Map<String, byte[]> pictures(List<Notice> notices) {
        Map<String, byte[]> shown = new LinkedHashMap<>();
        for (Notice notice : notices) {
            if (shown.size() < MOST_PICTURES) {
                try {
                    pictures.orderedStream()
                            .flatMap(each -> each.png(notice.link()).stream())
                            .findFirst()
                            .ifPresent(png -> shown.put(cid(notice), png));
                } catch (RuntimeException failure) {
                    LOG.warn("The mail goes without the picture of {}", notice.link(), failure);
                }
            }
        }
        return shown;
    }

    private String week() {
        ReportingWeek week = ReportingWeek.containing(clock.today());
        LocalDate first = week.firstDay();
        LocalDate last = week.lastDay();
        return "第" + week.week() + "周(" + first.getMonthValue() + "/" + first.getDayOfMonth() + "–"
                + last.getMonthValue() + "/" + last.getDayOfMonth() + ")";
    }

    private String domain() {
        String host = URI.create(addresses.base()).getHost();
        return host == null ? "guatu" : host;
    }
}
