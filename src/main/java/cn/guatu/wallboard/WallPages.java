package cn.guatu.wallboard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All kinds of pages that a wall can show. */
@Component
public class WallPages {

    private final List<WallPage> pages;

    WallPages(List<WallPage> pages) {
        this.pages =
                pages.stream().sorted(Comparator.comparingInt(WallPage::order)).toList();
    }

    /** In the order in which they are offered. */
    public List<WallPage> all() {
        return pages;
    }

    /** The page of this kind. */
    public Optional<WallPage> find(String kind) {
        return pages.stream().filter(page -> page.kind().equals(kind)).findFirst();
    }
}
