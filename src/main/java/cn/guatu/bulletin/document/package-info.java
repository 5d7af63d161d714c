/** The 通报 and scorecards as files: Word in the layout of GB/T 9704, PDF, and Word read back. */
@NullMarked
package cn.guatu.bulletin.document;

import org.jspecify.annotations.NullMarked;
