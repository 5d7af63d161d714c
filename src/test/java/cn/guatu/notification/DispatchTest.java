package cn.guatu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.guatu.org.OrgService;
import cn.guatu.org.PersonData;
import cn.guatu.org.PersonId;
import cn.guatu.org.Position;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes out goes out once: to a real SMTP server, and to robots that check what they get (issue 4, quality.md). */
@GuatuTest
@TestPropertySource(
        properties = {
            "guatu.robot-hosts=localhost",
            "guatu.public-url=https://guatu.example.cn",
            "guatu.mail.from=guatu@example.cn"
        })
@WithMockUser(authorities = {"MAY_READ", "MAY_ADMINISTER"})
class DispatchTest {

    /** Wednesday of week 45, an hour before the digests. */
    private static final LocalDateTime WEDNESDAY_NINE = LocalDateTime.of(2026, 11, 4, 9, 0);

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Notifications notifications;

    @Autowired
    private OutboxService outbox;

    @Autowired
    private OutboxStore store;

    @Autowired
    private NoticeStore notices;

    @Autowired
    private NoticeQueries queries;

    @Autowired
    private NoticeSettingsService settings;

    @Autowired
    private JavaMailSenderImpl mailServer;

    @Autowired
    private RetryingTransactions transactions;

    @Autowired
    private OrgService org;

    @Autowired
    private DatabaseCleaner database;

    @Autowired
    private FixedClock clock;

    private final List<GreenMail> servers = new ArrayList<>();
    private final List<HttpServer> robots = new ArrayList<>();
    private int port;
    private PersonId zhang;
    private PersonId li;

    @BeforeEach
    void aMailServerAndTwoPeople() {
        database.clear();
        clock.set(WEDNESDAY_NINE);
        GreenMail first = start(0);
        port = first.getSmtp().getPort();
        mailServer.setHost("127.0.0.1");
        mailServer.setPort(port);
        Recording how = new Recording(clock.now(), "测试", null, null);
        UnitId unit = org.saveUnits(List.of(new UnitData(null, "更新科", UnitKind.DEPARTMENT, null, 1)), how)
                .getFirst();
        List<PersonId> people = org.savePeople(
                List.of(person("张三", unit, "zhangsan@example.cn"), person("李四", unit, "lisi@example.cn")), how);
        zhang = people.getFirst();
        li = people.getLast();
    }

    @AfterEach
    void stopServers() {
        servers.forEach(GreenMail::stop);
        robots.forEach(robot -> robot.stop(0));
        mailServer.setHost("");
    }

    @Test
    void aPersonGetsOneDigestAWeekHoweverMuchHappens() throws Exception {
        raise("k1", zhang, "请填报本周进展", "cards/12");
        raise("k2", zhang, "督办单 <督〔2026〕3号>", "cards/3?x=1&y=2");
        raise("k3", li, "请审核", "review");
        assertThat(dispatch.run()).as("before the moment of the week").isZero();
        clock.advance(Duration.ofHours(2));
        assertThat(dispatch.run()).isEqualTo(2);
        raise("k4", zhang, "又一条", "me");
        clock.advance(Duration.ofHours(3));
        assertThat(dispatch.run()).as("this week he has had his").isZero();

        MimeMessage mail = received("zhangsan@example.cn").getFirst();
        assertThat(mail.getSubject()).isEqualTo("挂图作战:2 条未读通知(第45周(11/2–11/8))");
        assertThat(mail.getMessageID()).isEqualTo("<mail.2026-W45." + zhang.value() + "@guatu.example.cn>");
        String whole = whole(mail);
        assertThat(whole)
                .contains("text/plain", "text/html", "请填报本周进展", "https://guatu.example.cn/cards/12")
                .contains("督办单 &lt;督〔2026〕3号&gt;", "https://guatu.example.cn/cards/3?x=1&amp;y=2")
                .contains("链接须登录后打开");

        clock.advance(Duration.ofDays(7));
        assertThat(dispatch.run()).isEqualTo(1);
        assertThat(received("zhangsan@example.cn")).hasSize(2);
    }

    @Test
    void aMailServerThatIsDownDelaysAndNothingIsLostOrDoubled() throws Exception {
        raise("k1", zhang, "请填报", "me");
        servers.getFirst().stop();
        clock.advance(Duration.ofHours(2));
        assertThat(dispatch.run()).isZero();
        assertThat(dispatch.run()).isZero();
        assertThat(outbox.page(null, 0, 10)).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(MessageState.WAITING);
            assertThat(message.attempts()).as("not tried before its time").isEqualTo(1);
            assertThat(message.error()).contains("连接不上");
        });
        GreenMail again = start(port);
        clock.advance(Duration.ofMinutes(2));
        assertThat(dispatch.run()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(90));
        assertThat(dispatch.run()).isZero();
        assertThat(again.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatWasReadMeanwhileIsNotMailed() {
        raise("k1", zhang, "请填报", "me");
        transactions.run(() -> notices.readUpTo(zhang, Long.MAX_VALUE, clock.now()));
        clock.advance(Duration.ofHours(2));
        assertThat(dispatch.run()).isZero();
        assertThat(outbox.page(null, 0, 10)).isEmpty();
    }

    @Test
    void atNightNothingGoesOut() {
        raise("k1", zhang, "请填报", "me");
        clock.set(LocalDateTime.of(2026, 11, 4, 23, 0));
        assertThat(dispatch.run()).isZero();
        clock.set(LocalDateTime.of(2026, 11, 5, 8, 0));
        assertThat(dispatch.run()).isEqualTo(1);
    }

    @Test
    void twoServersThatSendAtOnceSendOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            raise("z" + i, zhang, "事项" + i, "me");
            raise("l" + i, li, "事项" + i, "me");
        }
        clock.advance(Duration.ofHours(2));
        int sent = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(dispatch::run));
            }
            for (Future<Integer> each : running) {
                sent += each.get();
            }
        }
        assertThat(sent).isEqualTo(2);
        assertThat(servers.getFirst().getReceivedMessages()).hasSize(2);
    }

    @Test
    void aServerThatDiedBeforeItBeganLeavesTheMessageToTheNextAndOneThatDiedInTheMiddleLeavesItToAPerson()
            throws Exception {
        raise("k1", zhang, "请填报", "me");
        raise("k2", li, "请填报", "me");
        clock.advance(Duration.ofHours(2));
        mailServer.setPort(1);
        dispatch.run();
        mailServer.setPort(port);
        List<Message> waiting = outbox.page(null, 0, 10);
        clock.advance(Duration.ofMinutes(1));
        held(waiting.getFirst(), false);
        held(waiting.getLast(), true);
        assertThat(dispatch.run()).as("both are held").isZero();

        clock.advance(Duration.ofMinutes(6));
        assertThat(dispatch.run()).as("the one that had not begun").isEqualTo(1);
        assertThat(outbox.page(MessageState.DOUBTFUL, 0, 10))
                .extracting(Message::id)
                .containsExactly(waiting.getLast().id());
        clock.advance(Duration.ofDays(1));
        assertThat(dispatch.run()).as("nobody has decided").isZero();
        outbox.retry(waiting.getLast());
        assertThat(dispatch.run()).isEqualTo(1);
        assertThat(servers.getFirst().getReceivedMessages()).hasSize(2);
    }

    @Test
    void aWrongAddressIsReportedToWhomItBelongs() {
        org.savePeople(
                List.of(new PersonData(
                        zhang,
                        "张三",
                        null,
                        org.person(zhang).orElseThrow().unit(),
                        Position.OFFICER,
                        null,
                        "zhang san@",
                        true)),
                new Recording(clock.now(), "测试", null, null));
        raise("k1", zhang, "请填报", "me");
        clock.advance(Duration.ofHours(2));
        dispatch.run();
        assertThat(outbox.page(null, 0, 10))
                .extracting(Message::state, Message::to)
                .containsExactly(tuple(MessageState.FAILED, "张三"));
        assertThat(queries.page(zhang, true, null, 0, 10))
                .extracting(Notice::title)
                .contains("您的邮箱无法收到通知邮件");
    }

    @Test
    void anAddressThatTheServerRefusesIsReportedWithItsWordsAndNotTriedAgain() throws Exception {
        mailServer.setPort(refusing("550 5.1.1 no such user here"));
        raise("k1", zhang, "请填报", "me");
        clock.advance(Duration.ofHours(2));
        dispatch.run();
        assertThat(outbox.page(null, 0, 10)).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(MessageState.FAILED);
            assertThat(message.error()).contains("zhangsan@example.cn 被拒收", "550 5.1.1 no such user here");
        });
        assertThat(queries.page(zhang, true, null, 0, 10))
                .extracting(Notice::title)
                .contains("您的邮箱无法收到通知邮件");
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() throws Exception {
        mailServer.setPort(refusing("451 4.7.1 greylisted, come back later"));
        raise("k1", zhang, "请填报", "me");
        clock.advance(Duration.ofHours(2));
        dispatch.run();
        assertThat(outbox.page(null, 0, 10)).extracting(Message::state).containsExactly(MessageState.WAITING);
        mailServer.setPort(port);
        clock.advance(Duration.ofMinutes(2));
        assertThat(dispatch.run()).isEqualTo(1);
    }

    @Test
    void eachRobotIsSpokenToInItsOwnWayAndSignedFor() throws Exception {
        List<JsonNode> wecom = new CopyOnWriteArrayList<>();
        List<JsonNode> dingtalk = new CopyOnWriteArrayList<>();
        List<JsonNode> feishu = new CopyOnWriteArrayList<>();
        String secret = "SEC0a1b2c";
        robot(RobotKind.WECOM, null, url("/cgi-bin/webhook/send?key=K", (query, body) -> {
            wecom.add(body);
            return "{\"errcode\":0,\"errmsg\":\"ok\"}";
        }));
        robot(RobotKind.DINGTALK, secret, url("/robot/send?access_token=T", (query, body) -> {
            Matcher signed = Pattern.compile("access_token=T&timestamp=(\\d{13})&sign=(.+)")
                    .matcher(query);
            boolean right = signed.matches()
                    && hmac(secret, signed.group(1) + "\n" + secret)
                            .equals(URLDecoder.decode(signed.group(2), StandardCharsets.UTF_8));
            if (right) {
                dingtalk.add(body);
            }
            return right ? "{\"errcode\":0,\"errmsg\":\"ok\"}" : "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";
        }));
        robot(RobotKind.FEISHU, secret, url("/open-apis/bot/v2/hook/H", (query, body) -> {
            boolean right = hmac(body.path("timestamp").asString() + "\n" + secret, "")
                    .equals(body.path("sign").asString());
            if (right) {
                feishu.add(body);
            }
            return right ? "{\"code\":0,\"msg\":\"success\"}" : "{\"code\":19021,\"msg\":\"sign match fail\"}";
        }));
        raise("k1", zhang, "督办单[督〔2026〕3号]", "cards/3");
        raise("k2", li, "请审核", "review");
        clock.advance(Duration.ofMinutes(1));
        assertThat(dispatch.run()).as("one post a robot").isEqualTo(3);
        assertThat(dispatch.run()).isZero();

        assertThat(wecom).singleElement().satisfies(body -> {
            assertThat(body.path("msgtype").asString()).isEqualTo("markdown");
            assertThat(body.path("markdown").path("content").asString())
                    .contains("2 条新通知", "https://guatu.example.cn/cards/3", "请审核");
        });
        assertThat(dingtalk).singleElement().satisfies(body -> {
            assertThat(body.path("msgtype").asString()).isEqualTo("markdown");
            assertThat(body.path("markdown").path("title").asString()).contains("2 条新通知");
            assertThat(body.path("markdown").path("text").asString()).contains("请审核");
        });
        assertThat(feishu).singleElement().satisfies(body -> {
            assertThat(body.path("msg_type").asString()).isEqualTo("text");
            assertThat(body.path("content").path("text").asString()).contains("请审核", "https://guatu.example.cn/review");
        });
        assertThat(settings.robots()).extracting(Robot::host).containsOnly("localhost");
    }

    @Test
    void aRobotThatIsBusyIsAskedAgainAndOneThatRefusesIsNot() throws Exception {
        List<String> answers = new CopyOnWriteArrayList<>(List.of(
                "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}",
                "{\"errcode\":0}",
                "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"));
        robot(RobotKind.WECOM, null, url("/send", (query, body) -> answers.removeFirst()));
        raise("k1", zhang, "一", "me");
        clock.advance(Duration.ofMinutes(1));
        assertThat(dispatch.run()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(dispatch.run()).isEqualTo(1);
        raise("k2", zhang, "二", "me");
        clock.advance(Duration.ofMinutes(1));
        assertThat(dispatch.run()).isZero();
        clock.advance(Duration.ofMinutes(20));
        assertThat(dispatch.run()).isZero();
        assertThat(outbox.page(MessageState.FAILED, 0, 10))
                .singleElement()
                .satisfies(message -> assertThat(message.error()).contains("93000", "invalid webhook url"));
    }

    /** As a server that claimed it and died, before or after it began to hand it over. */
    private void held(Message message, boolean begun) {
        transactions.run(() -> {
            assertThat(store.claim(
                            message.id(), "dead", clock.now(), clock.now().plus(Duration.ofMinutes(5))))
                    .isTrue();
            if (begun) {
                store.beginHandingOver(message.id(), "dead", clock.now().plus(Duration.ofMinutes(5)));
            }
        });
    }

    private void robot(RobotKind kind, @Nullable String secret, String url) {
        settings.save(new RobotData(null, kind.label() + "群", kind, url, secret, null, Urgency.NORMAL, true), 0);
    }

    private interface Answer {
        String to(String query, JsonNode body);
    }

    private String url(String path, Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            JsonNode body = new JsonMapper().readTree(exchange.getRequestBody());
            byte[] text = answer.to(String.valueOf(exchange.getRequestURI().getRawQuery()), body)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        robots.add(server);
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that takes the connection and refuses the recipient with these words. */
    private static int refusing(String words) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (server;
                    Socket line = server.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
                    OutputStream out = line.getOutputStream()) {
                String said = "";
                while (said != null) {
                    String answer = said.isEmpty()
                            ? "220 test"
                            : said.startsWith("RCPT") ? words : said.startsWith("QUIT") ? "221 bye" : "250 ok";
                    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    said = in.readLine();
                }
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        return server.getLocalPort();
    }

    private GreenMail start(int onPort) {
        GreenMail server = new GreenMail(new ServerSetup(onPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        servers.add(server);
        return server;
    }

    private List<MimeMessage> received(String address) throws Exception {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : servers.getFirst().getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static String whole(MimeMessage mail) throws Exception {
        StringBuilder text = new StringBuilder(mail.getContentType());
        read(mail.getContent(), text);
        return text.toString();
    }

    private static void read(Object content, StringBuilder into) throws Exception {
        if (content instanceof jakarta.mail.Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                into.append('\n').append(parts.getBodyPart(i).getContentType()).append('\n');
                read(parts.getBodyPart(i).getContent(), into);
            }
        } else {
            into.append(content);
        }
    }

    private void raise(String key, PersonId to, String title, String link) {
        transactions.run(
                () -> notifications.raise(new NoticeData(key, to, NoticeKind.REPORT, title, "", link, Urgency.NORMAL)));
    }

    private static PersonData person(String name, UnitId unit, String email) {
        return new PersonData(null, name, null, unit, Position.OFFICER, null, email, true);
    }
}
