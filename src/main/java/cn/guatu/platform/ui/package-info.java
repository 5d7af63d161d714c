/** Small pieces that every screen shares, and the Chinese texts of Vaadin's components. */
@NullMarked
package cn.guatu.platform.ui;

import org.jspecify.annotations.NullMarked;
