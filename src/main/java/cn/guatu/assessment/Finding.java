package cn.guatu.assessment;

import org.jspecify.annotations.Nullable;

/**
 * Something that stands against a step of the month: it asks, it does not forbid.
 *
 * @param kind what it is, a word for programs: {@code MISSING_REPORT}, {@code MISSING_NODE}, …
 * @param text one sentence with the numbers
 * @param count how many
 * @param link path in the product where it can be settled; null when there is none
 */
public record Finding(
        String kind, String text, int count, @Nullable String link) {}
