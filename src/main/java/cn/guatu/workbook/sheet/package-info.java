/** The pure half of a workbook: bytes in, typed records and problems out; no database, no clock. */
@NullMarked
package cn.guatu.workbook.sheet;

import org.jspecify.annotations.NullMarked;
