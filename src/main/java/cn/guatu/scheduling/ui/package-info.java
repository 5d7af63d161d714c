/** 倒排工期, 阶段模板, 储备项目, 工作日历 and the import of schedules on screen. */
@NullMarked
package cn.guatu.scheduling.ui;

import org.jspecify.annotations.NullMarked;
