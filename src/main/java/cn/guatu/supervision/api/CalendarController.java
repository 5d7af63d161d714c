package cn.guatu.supervision.api;

import cn.guatu.supervision.CalendarFeed;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The calendar feed: who has the address has the calendar, as calendar programs cannot sign in. */
@RestController
class CalendarController {

    private final CalendarFeed feed;

    CalendarController(CalendarFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/calendar/{secret}.ics")
    ResponseEntity<String> calendar(@PathVariable String secret) {
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar; charset=utf-8")
                .header("Content-Disposition", "inline; filename=\"guatu.ics\"")
                .cacheControl(CacheControl.noStore())
                .body(feed.ics(secret));
    }
}
