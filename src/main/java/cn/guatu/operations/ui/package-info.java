/** 运维: periodic work on the screen. */
@NullMarked
package cn.guatu.operations.ui;

import org.jspecify.annotations.NullMarked;
