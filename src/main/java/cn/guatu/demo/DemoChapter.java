package cn.guatu.demo;

import java.time.LocalDate;

/** A part of the demonstration that comes after the workbooks: reports, meetings, months, a map. Written once, when the year is. */
interface DemoChapter {

    /** What the log says it is. */
    String title();

    /** Lower ones are written first; one that builds on another comes after it. */
    int order();

    /** Writes it, through the services and at the instants at which it would have happened. */
    void write(DemoYear demo, LocalDate today);
}
