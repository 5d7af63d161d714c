package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * A part that a higher feature adds to a page of a lower one, found as a bean: the lower feature need not know it. Parts of a page stand
 * in the order of their {@link org.springframework.core.annotation.Order}.
 */
public interface PagePart {

    /** The page it belongs to, by its route, such as {@code projects/:code}; empty for the home page. */
    String page();

    /** The heading over it. */
    String title();

    /** The part for this subject of this plan year; empty when there is nothing to show. It reads through services, with the scope of who looks. */
    Optional<Component> create(int year, String subject);
}
