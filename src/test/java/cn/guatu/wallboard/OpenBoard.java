package cn.guatu.wallboard;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A television as the server sees it: its line of news, open over a socket of its own, and when each version of the picture was there whole. */
final class OpenBoard implements AutoCloseable {

    private static final String HEAD = "data:{\"version\":\"";
    private static final int VERSION_LENGTH = 24;

    private final Socket socket;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private volatile String last = "";

    OpenBoard(int port, String token) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream()
                    .write(
                            ("GET /screen/events?canvas=1920x1080 HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                            + "Cookie: guatu_screen=" + token + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    /** The version that it shows; empty before the first. */
    String last() {
        return last;
    }

    /** When a version was there whole, in {@link System#nanoTime}; null when it has not come. */
    Long seen(String version) {
        return seen.get(version);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 13)) {
            while (!line(in).isEmpty()) {
                // the head of the answer
            }
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                byte[] content = in.readNBytes(size);
                line(in);
                message.write(content);
                if (content[size - 1] == '\n' && content[Math.max(0, size - 2)] == '\n') {
                    heard(message.toString(StandardCharsets.US_ASCII));
                    message = new ByteArrayOutputStream();
                }
            }
        } catch (IOException closed) {
            // the line has ended
        }
    }

    private void heard(String message) {
        int at = message.indexOf(HEAD);
        if (at >= 0) {
            String version = message.substring(at + HEAD.length(), at + HEAD.length() + VERSION_LENGTH);
            seen.put(version, System.nanoTime());
            last = version;
        }
    }

    private static int chunk(InputStream in) throws IOException {
        String size = line(in);
        return size.isEmpty() ? 0 : Integer.parseInt(size, 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int sign = in.read(); sign >= 0 && sign != '\n'; sign = in.read()) {
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }
}
