package cn.guatu.rollup.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the desk's pages, for links in text and tables. */
final class Addresses {

    private Addresses() {}

    static String project(String code, int year) {
        return "projects/" + encoded(code) + "?year=" + year;
    }

    static String street(String name, int year) {
        return "streets/" + encoded(name) + "?year=" + year;
    }

    static String department(String name, int year) {
        return "departments/" + encoded(name) + "?year=" + year;
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
