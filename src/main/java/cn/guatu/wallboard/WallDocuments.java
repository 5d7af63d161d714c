package cn.guatu.wallboard;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a wall shows. The figures come from the picture of its scope, which walls of one scope share. */
@Component
class WallDocuments {

    private record Content(
            Head wall, @Nullable Board board, @Nullable String notice, Map<String, PageSlice> pages) {}

    private record Head(String name, String title, @Nullable String logo, String zone, List<Place> places) {}

    private record Place(
            String kind,
            String label,
            int dwell,
            @Nullable Integer from,
            @Nullable Integer until) {}

    // more walls than a district hangs
    private static final int KEPT = 200;

    /** What a document was written from: while these stay it stands, however many screens ask for it at once. */
    private record Written(Wall wall, Shown shown, Map<String, PageSlice> slices, WallDocument document) {

        boolean stands(Wall now, Shown picture, Map<String, PageSlice> pages) {
            return shown == picture && wall.equals(now) && slices.equals(pages);
        }
    }

    private final Map<WallKey, Written> written = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<WallKey, Written> eldest) {
            return size() > KEPT;
        }
    });
    private final WallService walls;
    private final WallPages pages;
    private final WallBoardService boards;
    private final BusinessClock clock;
    private final JsonMapper json;

    WallDocuments(WallService walls, WallPages pages, WallBoardService boards, BusinessClock clock, JsonMapper json) {
        this.walls = walls;
        this.pages = pages;
        this.boards = boards;
        this.clock = clock;
        this.json = json;
    }

    WallDocument of(WallKey key) {
        return of(key, false);
    }

    /** The same, and pages that could not be read are tried again. */
    WallDocument again(WallKey key) {
        return of(key, true);
    }

    /**
     * What can be shown before everything is read: the figures of now, and the pages that read more than them as they were.
     *
     * @return empty when nothing was shown before, or nothing but such pages could have changed
     */
    Optional<WallDocument> ahead(WallKey key) {
        Written last = written.get(key);
        if (last == null) {
            return Optional.empty();
        }
        try {
            Wall wall = wall(key);
            Shown shown = shown(key, wall);
            if (last.shown() == shown) {
                return Optional.empty();
            }
            Map<String, PageSlice> slices = new LinkedHashMap<>();
            for (WallPage page : pages(wall)) {
                PageSlice slice = page.readsMore() ? last.slices().get(page.kind()) : shown.slice(page);
                if (slice == null) {
                    return Optional.empty();
                }
                slices.put(page.kind(), slice);
            }
            return Optional.of(written(wall, shown, slices));
        } catch (Refusal nothingToShow) {
            return Optional.empty();
        }
    }

    private Wall wall(WallKey key) {
        WallId id = key.wall();
        return id == null ? walls.standard() : walls.require(id);
    }

    private Shown shown(WallKey key, Wall wall) {
        Integer year = key.year() == null ? wall.year() : key.year();
        return boards.shown(year, key.access(wall.scope()));
    }

    private List<WallPage> pages(Wall wall) {
        return wall.places().stream()
                .flatMap(place -> pages.find(place.kind()).stream())
                .toList();
    }

    private WallDocument written(Wall wall, Shown shown, Map<String, PageSlice> slices) {
        return written(
                new Content(head(wall), BoardAssembler.still(shown.board()), null, slices),
                shown.board().generatedAt());
    }

    private WallDocument of(WallKey key, boolean again) {
        Wall wall = wall(key);
        try {
            Shown shown = shown(key, wall);
            if (again) {
                shown.forgetFailures();
            }
            Map<String, PageSlice> slices = new LinkedHashMap<>();
            for (WallPage page : pages(wall)) {
                slices.put(page.kind(), shown.slice(page));
            }
            Written last = written.get(key);
            if (last != null && last.stands(wall, shown, slices)) {
                return last.document();
            }
            WallDocument document = written(wall, shown, slices);
            written.put(key, new Written(wall, shown, slices, document));
            return document;
        } catch (Refusal nothingToShow) {
            return written(new Content(head(wall), null, nothingToShow.sentence(), Map.of()), clock.now());
        }
    }

    /** The overview of a board that stands for itself. */
    WallDocument ofDay(Board board) {
        Head head = new Head(
                "回放", "挂图作战 · 回放", null, clock.zone().getId(), List.of(new Place("OVERVIEW", "总览", 60, null, null)));
        return written(
                new Content(head, BoardAssembler.still(board), null, Map.of("OVERVIEW", new PageSlice(null, null))),
                board.generatedAt());
    }

    private Head head(Wall wall) {
        return new Head(
                wall.name(),
                wall.title(),
                wall.logo(),
                clock.zone().getId(),
                wall.places().stream()
                        .flatMap(place -> pages.find(place.kind()).stream()
                                .map(page -> new Place(
                                        place.kind(),
                                        page.label(),
                                        place.dwell(),
                                        minutes(place.from()),
                                        minutes(place.until()))))
                        .toList());
    }

    private WallDocument written(Content content, Instant readAt) {
        String text = json.writeValueAsString(content);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new WallDocument(HexFormat.of().formatHex(hash, 0, 12), text, readAt);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static @Nullable Integer minutes(@Nullable LocalTime time) {
        return time == null ? null : time.toSecondOfDay() / 60;
    }
}
