/** The screens of the week: 我的一周, review, and the timeline of an item. */
@NullMarked
package cn.guatu.progress.ui;

import org.jspecify.annotations.NullMarked;
