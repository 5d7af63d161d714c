package cn.guatu.notification;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.SealedSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts to a group robot. Only to hosts on the list, without following redirects, and nothing of the answer but its number and words is used:
 * an administrator cannot make the server look around in its network.
 */
@Component
class RobotHandover {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    // 企业微信, 钉钉 and 飞书 say with these that it is too much for the moment
    private static final Set<Integer> TOO_FAST = Set.of(45009, 45033, 130101, 660026, 9499, 11232);

    private final NotificationAddresses addresses;
    private final SealedSecrets secrets;
    private final BusinessClock clock;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RobotHandover(NotificationAddresses addresses, SealedSecrets secrets, BusinessClock clock) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.clock = clock;
    }

    Handover handOver(Outgoing outgoing, Dispatch.Begin begin) {
        Outgoing.RobotAddress robot;
        try {
            robot = opened(Objects.requireNonNull(outgoing.robot()));
        } catch (SealedSecrets.CannotOpen otherKey) {
            return new Handover.Never(Objects.requireNonNull(otherKey.getMessage()), false);
        }
        if (!addresses.allows(robot.url())) {
            return new Handover.Never("机器人地址的主机不在允许名单中。", false);
        }
        RobotPost post = post(robot, outgoing.notices());
        HttpRequest request = HttpRequest.newBuilder(URI.create(post.url()))
                .timeout(TO_ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(post.body())))
                .build();
        if (!begin.ok()) {
            return new Handover.Later("已由另一台服务器接手。");
        }
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return read(answer.statusCode(), new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
            }
        } catch (ConnectException | HttpConnectTimeoutException notThere) {
            return new Handover.Later("机器人地址连接不上。");
        } catch (IOException broken) {
            return new Handover.Unknown("发送途中连接中断,群里可能已收到。");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Handover.Unknown("发送途中服务器停止,群里可能已收到。");
        }
    }

    private Outgoing.RobotAddress opened(Outgoing.RobotAddress kept) {
        return new Outgoing.RobotAddress(
                kept.kind(), secrets.open(kept.url()), kept.secret() == null ? null : secrets.open(kept.secret()));
    }

    private RobotPost post(Outgoing.RobotAddress robot, List<Notice> notices) {
        Instant now = clock.now();
        String heading = "挂图作战:" + notices.size() + " 条新通知";
        List<RobotPost.Line> lines = notices.stream()
                .map(notice -> new RobotPost.Line(
                        "【" + notice.kind().label() + "】" + notice.title(),
                        notice.link().isEmpty() ? "" : addresses.base() + notice.link()))
                .toList();
        return switch (robot.kind()) {
            case WECOM -> RobotPost.toWecom(robot.url(), heading, lines);
            case DINGTALK -> RobotPost.toDingtalk(robot.url(), robot.secret(), now.toEpochMilli(), heading, lines);
            case FEISHU -> RobotPost.toFeishu(robot.url(), robot.secret(), now.getEpochSecond(), heading, lines);
        };
    }

    private Handover read(int status, String body) {
        if (status == TOO_MANY || status >= SERVER_ERROR) {
            return new Handover.Later("机器人暂不接收(HTTP " + status + ")。");
        }
        try {
            JsonNode answer = json.readTree(body);
            JsonNode number = answer.has("errcode") ? answer.path("errcode") : answer.path("code");
            int code = number.asInt(-1);
            if (status == 200 && code == 0) {
                return new Handover.Accepted();
            }
            String words = answer.path("errmsg").asString(answer.path("msg").asString(""));
            String reason = "机器人拒收(" + (code == -1 ? "HTTP " + status : code) + "):" + words;
            return TOO_FAST.contains(code) ? new Handover.Later(reason) : new Handover.Never(reason, false);
        } catch (JacksonException notJson) {
            return new Handover.Never("机器人的回答无法识别(HTTP " + status + ")。", false);
        }
    }
}
