@NullMarked
package cn.guatu.workbook;

import org.jspecify.annotations.NullMarked;
