package cn.guatu.wallboard;

import org.jspecify.annotations.Nullable;

/**
 * One kind of page of the wall: a bean of this type is found by itself, offered in the editor of walls, and its slice is sent to the
 * screens that show it. In the browser {@code frontend/wall/pages/index.js} names the module that draws it.
 */
public interface WallPage {

    /** Its name in settings and in the browser, such as {@code STREETS}; at most 24 signs, never changed. */
    String kind();

    /** Its name in the editor, in Chinese. */
    String label();

    /** Where it stands among the pages that are offered. */
    int order();

    /** How many seconds it stays when nobody says otherwise. */
    int usualDwell();

    /** Whether its slice reads more than the figures: such a page follows the others by a moment after a change. */
    default boolean readsMore() {
        return false;
    }

    /**
     * What the page draws: a record that becomes JSON and whose content alone decides whether screens are told. Worked out once for a
     * change and scope, at the first screen that shows the page. When it throws, screens keep its last good state with its time.
     *
     * @return null when the board itself is all it draws
     */
    @Nullable
    Object slice(PageFacts facts);
}
