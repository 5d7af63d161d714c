/** 分解台, target versions, responsibility lists and the turn of the year. */
@NullMarked
package cn.guatu.planning.ui;

import org.jspecify.annotations.NullMarked;
