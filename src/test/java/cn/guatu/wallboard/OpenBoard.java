package cn.guatu.wallboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A television as the server sees it: its line of news, and when each version of the picture was there whole. One thread with one buffer
 * listens to all of them, so that what a board weighs is what the server keeps for it.
 */
final class OpenBoard {

    private static final byte[] HEAD = "data:{\"version\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION_LENGTH = 24;

    private final SocketChannel socket;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private volatile String last = "";
    private final Chunks chunks = new Chunks();
    private final StringBuilder version = new StringBuilder(VERSION_LENGTH);
    private int matched;
    private boolean lineEnded;

    private OpenBoard(SocketChannel socket) {
        this.socket = socket;
    }

    /** Those who listen: boards are opened one after the other. */
    static final class Hall implements AutoCloseable {

        private static final int BUFFER = 1 << 16;

        private final int port;
        private final Selector selector;

        Hall(int port) {
            this.port = port;
            try {
                selector = Selector.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.ofPlatform().daemon().name("open-boards").start(this::listen);
        }

        OpenBoard open(String token) {
            try {
                SocketChannel socket =
                        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                String request = "GET /screen/events?canvas=1920x1080 HTTP/1.1\r\nHost: localhost\r\n"
                        + "Accept: text/event-stream\r\nCookie: guatu_screen=" + token + "\r\n\r\n";
                socket.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
                socket.configureBlocking(false);
                OpenBoard board = new OpenBoard(socket);
                socket.register(selector, SelectionKey.OP_READ, board);
                selector.wakeup();
                return board;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
                selector.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void listen() {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
            try {
                while (selector.isOpen()) {
                    selector.select(key -> ((OpenBoard) key.attachment()).read(buffer));
                }
            } catch (IOException | ClosedSelectorException ended) {
                // the hall is closed
            }
        }
    }

    /** The version that it shows; empty before the first. */
    String last() {
        return last;
    }

    /** When a version was there whole, in {@link System#nanoTime}; null when it has not come. */
    Long seen(String asked) {
        return seen.get(asked);
    }

    private void read(ByteBuffer buffer) {
        try {
            for (int size = socket.read(buffer.clear()); size > 0; size = socket.read(buffer.clear())) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    byte sign = buffer.get();
                    if (chunks.isContent(sign)) {
                        heard(sign);
                    }
                }
            }
        } catch (IOException closed) {
            // the line has ended
        }
    }

    /** A message ends with an empty line; a version stands behind its head. */
    private void heard(byte sign) {
        if (matched == HEAD.length) {
            version.append((char) sign);
            if (version.length() == VERSION_LENGTH) {
                matched = HEAD.length + 1;
            }
        } else if (matched < HEAD.length) {
            matched = sign == HEAD[matched] ? matched + 1 : sign == HEAD[0] ? 1 : 0;
        }
        if (sign == '\n' && lineEnded) {
            if (matched > HEAD.length) {
                String whole = version.toString();
                seen.put(whole, System.nanoTime());
                last = whole;
            }
            matched = 0;
            version.setLength(0);
        }
        lineEnded = sign == '\n';
    }

    /** Takes the content out of an answer that is sent in chunks. */
    private static final class Chunks {

        private static final int HEX = 16;

        private boolean inHead = true;
        private int ends;
        private int size;
        private int left;

        boolean isContent(byte sign) {
            if (inHead) {
                ends = sign == '\n' ? ends + 1 : sign == '\r' ? ends : 0;
                inHead = ends < 2;
                return false;
            }
            if (left > 0) {
                left--;
                return true;
            }
            if (sign == '\n') {
                left = size;
                size = 0;
            } else if (sign != '\r') {
                size = size * HEX + Character.digit(sign, HEX);
            }
            return false;
        }
    }
}
