/** 通报, 评估卡 and 分析 on screen. */
@NullMarked
package cn.guatu.bulletin.ui;

import org.jspecify.annotations.NullMarked;
