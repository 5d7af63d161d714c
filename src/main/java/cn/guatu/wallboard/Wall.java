package cn.guatu.wallboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wall: which pages its screens show, in which order, how long, when and for whom.
 *
 * @param id its identity; null for the wall that everybody has before one is made
 * @param name how administrators call it
 * @param title what stands at its head, such as 挂图作战
 * @param scope whose figures it shows
 * @param year the plan year; null: this year's, or the latest
 * @param places its pages in order, at least one
 * @param logo the hash of the picture beside its title; null without one
 * @param version counts its changes from 1; an edit names the version it was made on
 */
public record Wall(
        @Nullable WallId id,
        String name,
        String title,
        WallScope scope,
        @Nullable Integer year,
        List<WallPlace> places,
        @Nullable String logo,
        int version) {

    /** The list is copied. */
    public Wall {
        places = List.copyOf(places);
    }
}
