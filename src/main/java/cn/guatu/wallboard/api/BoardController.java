package cn.guatu.wallboard.api;

import cn.guatu.platform.api.ApiParameters;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.wallboard.Board;
import cn.guatu.wallboard.BoardFeed;
import cn.guatu.wallboard.BoardListener;
import cn.guatu.wallboard.WallBoardService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** {@code GET /board} and {@code GET /board/events} of api.md. */
@RestController
@RequestMapping("/api/v1/board")
@PreAuthorize("hasAuthority('SCOPE_read')")
class BoardController {

    private final WallBoardService boards;
    private final BoardFeed feed;
    private final CurrentUser user;

    BoardController(WallBoardService boards, BoardFeed feed, CurrentUser user) {
        this.boards = boards;
        this.feed = feed;
        this.user = user;
    }

    /** The snapshot, of now or of another day as it was known then; the entity tag is its version, so an unchanged board is answered with 304. */
    @GetMapping
    ResponseEntity<Board> board(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        Board board = asOf == null && knownAt == null
                ? boards.current(year, user.scope())
                : boards.at(
                        year,
                        ApiParameters.day("asOf", asOf).orElse(null),
                        ApiParameters.instant("knownAt", knownAt).orElse(null),
                        user.scope());
        return ResponseEntity.ok()
                .eTag(board.version())
                .cacheControl(CacheControl.maxAge(0, TimeUnit.SECONDS)
                        .mustRevalidate()
                        .cachePrivate())
                .body(board);
    }

    /** {@code snapshot} with the version at once and whenever the figures changed, {@code ping} every 15 seconds. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<ResponseBodyEmitter> events(@RequestParam(required = false) @Nullable Integer year) {
        AccessScope access = user.scope();
        Board board = boards.current(year, access);
        BoardEvents events = new BoardEvents(board);
        events.endsWith(feed.follow(board, access, (BoardListener) events));
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(events.emitter());
    }
}
