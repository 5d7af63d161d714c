package cn.guatu.wallboard;

import cn.guatu.platform.time.BusinessClock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One state of a scope: its board, and the slices of pages as screens ask for them. Shared by all screens of the scope. */
final class Shown {

    private static final Logger LOG = LoggerFactory.getLogger(Shown.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PageFacts facts;
    private final @Nullable Shown before;
    private final Map<String, PageSlice> slices = new HashMap<>();

    /** @param before the state before this one, for pages that cannot be read now */
    Shown(PageFacts facts, @Nullable Shown before) {
        this.facts = facts;
        this.before = before == null ? null : before.withoutPast();
    }

    PageFacts facts() {
        return facts;
    }

    Board board() {
        return facts.board();
    }

    synchronized PageSlice slice(WallPage page) {
        return slices.computeIfAbsent(page.kind(), kind -> read(page));
    }

    /** Pages that could not be read are read anew when they are asked for next. */
    synchronized void forgetFailures() {
        slices.values().removeIf(slice -> slice.keptFrom() != null);
    }

    private PageSlice read(WallPage page) {
        try {
            return new PageSlice(page.slice(facts), null);
        } catch (RuntimeException e) {
            LOG.warn("The page {} cannot be read; screens keep its last good state", page.kind(), e);
            PageSlice last = before == null ? null : before.kept(page.kind());
            return last == null ? new PageSlice(null, "—") : last;
        }
    }

    private synchronized @Nullable PageSlice kept(String kind) {
        PageSlice slice = slices.get(kind);
        if (slice == null || slice.data() == null) {
            return null;
        }
        return slice.keptFrom() != null
                ? slice
                : new PageSlice(
                        slice.data(), TIME.format(facts.board().generatedAt().atZone(BusinessClock.ZONE)));
    }

    /** Only its slices, so that states do not chain up. */
    private Shown withoutPast() {
        Shown alone = new Shown(facts, null);
        synchronized (this) {
            alone.slices.putAll(slices);
        }
        return alone;
    }
}
