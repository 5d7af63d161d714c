package cn.guatu.platform.schedule;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this server is called where several share the work. */
final class ServerName {

    private ServerName() {}

    /** Host and process, at most 96 signs. */
    static String here() {
        String process = String.valueOf(ProcessHandle.current().pid());
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return (host.length() <= 80 ? host : host.substring(0, 80)) + "/" + process;
        } catch (UnknownHostException nameless) {
            return "localhost/" + process;
        }
    }
}
