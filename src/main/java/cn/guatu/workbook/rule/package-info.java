/** Compares the rows of a workbook with what the system holds: what is new, what changed field by field, what is wrong. Pure. */
@NullMarked
package cn.guatu.workbook.rule;

import org.jspecify.annotations.NullMarked;
