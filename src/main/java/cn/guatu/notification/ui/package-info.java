/** The bell, the list of notices, the ways to be told, and the view of what went out. */
@NullMarked
package cn.guatu.notification.ui;

import org.jspecify.annotations.NullMarked;
