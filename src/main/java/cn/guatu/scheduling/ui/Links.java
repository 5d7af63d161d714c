package cn.guatu.scheduling.ui;

import cn.guatu.platform.ui.PageState;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where the pages about a project are. */
final class Links {

    private Links() {}

    /** The schedule of a project. */
    static PageState schedule(String code, int year) {
        return new PageState("schedule/" + encoded(code), Map.of(PageState.YEAR, String.valueOf(year)));
    }

    /** A link to the page of a project. */
    static String project(String code, int year) {
        return "projects/" + encoded(code) + "?year=" + year;
    }

    /** A link to the page on which a project reads its nodes from a file. */
    static String file(String code, int year) {
        return "schedule-file/" + encoded(code) + "?year=" + year;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A segment as people read it: a link that was clicked arrives encoded, an address that was typed does not. */
    static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }
}
