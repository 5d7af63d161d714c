/** The screen for taking the annual plan in and out. */
@NullMarked
package cn.guatu.workbook.ui;

import org.jspecify.annotations.NullMarked;
