package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;

/**
 * Something that a feature puts into the frame of every desk page, top right, found as a bean: the frame need not know the feature. Parts stand
 * in the order of their {@link org.springframework.core.annotation.Order}.
 */
public interface HeaderPart {

    /** The part for whoever opens the page; called once for each open frame. */
    Component create();
}
