/** What supervision adds to the pages of other features. */
@NullMarked
package cn.guatu.supervision.ui;

import org.jspecify.annotations.NullMarked;
