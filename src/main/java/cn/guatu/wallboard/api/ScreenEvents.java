package cn.guatu.wallboard.api;

import cn.guatu.platform.time.BusinessClock;
import cn.guatu.wallboard.WallDocument;
import cn.guatu.wallboard.WallListener;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The news of one television. Every message carries the server's time: the clock of a television may be wrong. */
final class ScreenEvents implements WallListener {

    private final EventLine line;
    private final BusinessClock clock;
    private final String has;
    private @Nullable WallDocument last;

    /** @param has the version that the screen shows already; empty: none */
    ScreenEvents(String build, String has, BusinessClock clock) {
        this.clock = clock;
        this.has = has;
        line = new EventLine(() -> now(""));
        line.say("build", "{\"build\":\"" + build + "\"}");
    }

    EventLine line() {
        return line;
    }

    @Override
    public void shows(WallDocument document) {
        WallDocument before = last;
        last = document;
        if (before != null) {
            line.say("news", document.since(before, clock.now()));
        } else if (document.version().equals(has)) {
            stillStands(document.readAt());
        } else {
            line.say("picture", document.envelope(clock.now()));
        }
    }

    @Override
    public void stillStands(Instant readAt) {
        line.say("stands", now(",\"readAt\":" + readAt.toEpochMilli()));
    }

    @Override
    public void failing() {
        line.say("failing", now(""));
    }

    @Override
    public void ended() {
        line.say("revoked", "{}");
        line.finish();
    }

    private String now(String more) {
        return "{\"now\":" + clock.now().toEpochMilli() + more + "}";
    }
}
