package cn.guatu.wallboard;

import org.jspecify.annotations.Nullable;

/**
 * A page's part of the picture.
 *
 * @param data what it draws; null when it never could be read
 * @param keptFrom null when it is fresh; else it could not be read, and this is the time of day of the state that is kept
 */
public record PageSlice(@Nullable Object data, @Nullable String keptFrom) {}
