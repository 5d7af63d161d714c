package cn.guatu.platform.document;

import java.awt.Graphics2D;

/** Something laid out for paper: it can draw each of its pages. */
public interface PaperSheet {

    /** What it is called; the title of the document. */
    String title();

    /** Where its parts stand on every page. */
    PaperBox box();

    /** How many pages it has, at least one. */
    int pageCount();

    /** Draws the page with this number, from 0, in points. */
    void paint(Graphics2D g, int page);
}
