@NullMarked
package cn.guatu.workbook.api;

import org.jspecify.annotations.NullMarked;
