package cn.guatu.workbook.sheet;

import org.jspecify.annotations.Nullable;

/** What became of the text of a cell: a value, or what should have stood there. */
sealed interface Parsed<T> {

    /** It says this. */
    record Good<T>(T value) implements Parsed<T> {}

    /** It says nothing that counts; expected is Chinese, the suggestion null when there is none. */
    record Bad<T>(String expected, @Nullable String suggestion) implements Parsed<T> {}
}
