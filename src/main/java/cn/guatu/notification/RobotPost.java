package cn.guatu.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to a group robot, in the format of its maker.
 *
 * @param url where to, signed if it is signed there
 * @param body the JSON object, in order
 */
record RobotPost(String url, Map<String, Object> body) {

    /** One line of the message: a title and its full address; blank when there is nothing to open. */
    record Line(String title, String address) {}

    // 企业微信 takes 4 096 bytes of markdown and the others more
    private static final int MOST_BYTES = 3600;

    /** 企业微信: markdown; the key is part of the address. */
    static RobotPost toWecom(String url, String heading, List<Line> lines) {
        return new RobotPost(
                url,
                ordered("msgtype", "markdown", "markdown", Map.of("content", markdown("**" + heading + "**", lines))));
    }

    /** 钉钉: markdown; with a secret, time in milliseconds and signature go into the address. */
    static RobotPost toDingtalk(
            String url, @Nullable String secret, long epochMillis, String heading, List<Line> lines) {
        String signed = url;
        if (secret != null) {
            String sign = hmac(secret, epochMillis + "\n" + secret);
            signed = url + (url.contains("?") ? "&" : "?") + "timestamp=" + epochMillis + "&sign="
                    + URLEncoder.encode(sign, StandardCharsets.UTF_8);
        }
        return new RobotPost(
                signed,
                ordered(
                        "msgtype",
                        "markdown",
                        "markdown",
                        ordered("title", heading, "text", markdown("#### " + heading, lines))));
    }

    /** 飞书: text; with a secret, time in seconds and signature stand before it. Its key is time and secret, and it signs nothing. */
    static RobotPost toFeishu(String url, @Nullable String secret, long epochSecond, String heading, List<Line> lines) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (secret != null) {
            body.put("timestamp", String.valueOf(epochSecond));
            body.put("sign", hmac(epochSecond + "\n" + secret, ""));
        }
        body.put("msg_type", "text");
        body.put("content", Map.of("text", text(heading, lines)));
        return new RobotPost(url, body);
    }

    private static String markdown(String heading, List<Line> lines) {
        return fitting(heading, lines, line -> {
            String title = line.title().replaceAll("[\\[\\]<>*_`#]", " ");
            return "\n- " + (line.address().isEmpty() ? title : "[" + title + "](" + line.address() + ")");
        });
    }

    private static String text(String heading, List<Line> lines) {
        return fitting(
                heading,
                lines,
                line -> "\n· " + line.title() + (line.address().isEmpty() ? "" : "\n  " + line.address()));
    }

    /** As many lines as there is room for; the rest is counted. */
    private static String fitting(String heading, List<Line> lines, Function<Line, String> written) {
        StringBuilder text = new StringBuilder(heading);
        int bytes = heading.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < lines.size(); i++) {
            String next = written.apply(lines.get(i));
            bytes += next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                return text.append("\n另有 ")
                        .append(lines.size() - i)
                        .append(" 条,请登录查看。")
                        .toString();
            }
            text.append(next);
        }
        return text.toString();
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static Map<String, Object> ordered(String one, Object first, String two, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(two, second);
        return map;
    }
}
