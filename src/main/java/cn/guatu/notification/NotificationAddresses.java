package cn.guatu.notification;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the product is found from outside, who its mails are from, and which hosts a robot may be on. */
@Component
public class NotificationAddresses {

    private final String base;
    private final String mailFrom;
    private final List<String> robotHosts;

    NotificationAddresses(
            @Value("${guatu.public-url:}") String publicUrl,
            @Value("${server.port:8080}") String port,
            @Value("${guatu.mail.from:}") String mailFrom,
            @Value("${spring.mail.username:}") String mailUser,
            @Value("${guatu.robot-hosts:}") List<String> robotHosts) {
        String url = publicUrl.isBlank() ? "http://localhost:" + port : publicUrl.strip();
        this.base = url.endsWith("/") ? url : url + "/";
        this.mailFrom = !mailFrom.isBlank() ? mailFrom.strip() : mailUser.contains("@") ? mailUser : "guatu@localhost";
        this.robotHosts = robotHosts.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The product's address with a slash at the end. */
    public String base() {
        return base;
    }

    String mailFrom() {
        return mailFrom;
    }

    /** The hosts that a robot's address may name. */
    public List<String> robotHosts() {
        return robotHosts;
    }

    /** Whether the server may post there: over TLS to a host on the list, or to itself when that is on it. */
    boolean allows(String url) {
        try {
            URI uri = URI.create(url.strip());
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            boolean loopback = host.equals("localhost") || host.equals("127.0.0.1");
            boolean scheme = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback);
            return scheme && uri.getUserInfo() == null && robotHosts.contains(host);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
