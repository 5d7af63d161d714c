package cn.guatu.platform.chart;

/**
 * An arrow between nodes of different rows of a {@link Timeline}.
 *
 * @param from the node that comes first
 * @param to the node that waits for it
 * @param critical drawn strong
 */
public record TimelineLink(String from, String to, boolean critical) {}
