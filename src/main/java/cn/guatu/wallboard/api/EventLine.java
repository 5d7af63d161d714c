package cn.guatu.wallboard.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/**
 * One open event stream. What is to be said waits in a box with one place for each name, and a thread of the line's own writes it: a
 * screen that reads slowly, or is gone without a word, holds up nobody and sees only the latest.
 */
final class EventLine {

    private static final long PING_SECONDS = 15;
    private static final ScheduledExecutorService PINGS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("board-pings").daemon().factory());

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final ResponseBodyEmitter emitter = new ResponseBodyEmitter(0L);
    private final LinkedHashMap<String, String> waiting = new LinkedHashMap<>();
    private final ScheduledFuture<?> pinging;
    private boolean writing;
    private boolean ended;
    private Runnable ending = () -> {};

    /** @param ping what is said every 15 seconds, so that proxies and screens know that the line stands */
    EventLine(Supplier<String> ping) {
        pinging =
                PINGS.scheduleAtFixedRate(() -> say("ping", ping.get()), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
        emitter.onCompletion(this::end);
        emitter.onError(problem -> end());
        emitter.onTimeout(this::end);
    }

    ResponseBodyEmitter emitter() {
        return emitter;
    }

    /** What is to be done when the line ends; at once when it has ended. */
    void endsWith(Runnable unfollow) {
        synchronized (waiting) {
            ending = unfollow;
            if (!ended) {
                return;
            }
        }
        unfollow.run();
    }

    /** Says it soon; what waits under the same name is said no more. */
    void say(String name, String data) {
        synchronized (waiting) {
            waiting.remove(name);
            waiting.put(name, data);
            if (writing || ended) {
                return;
            }
            writing = true;
        }
        Thread.ofVirtual().name("board-line").start(this::write);
    }

    /** Ends the line after what waits is said. */
    void finish() {
        say("end", "{}");
    }

    private void write() {
        while (true) {
            Map.Entry<String, String> next;
            synchronized (waiting) {
                next = waiting.pollFirstEntry();
                if (next == null || ended) {
                    writing = false;
                    return;
                }
            }
            try {
                // whole, so that a screen gets it in one piece; JSON has no line breaks
                emitter.send("event:" + next.getKey() + "\ndata:" + next.getValue() + "\n\n", TEXT);
                if (next.getKey().equals("end")) {
                    emitter.complete();
                }
            } catch (IOException | IllegalStateException gone) {
                end();
            }
        }
    }

    private void end() {
        Runnable last;
        synchronized (waiting) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
            last = ending;
        }
        pinging.cancel(false);
        last.run();
    }
}
