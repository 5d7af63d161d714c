package cn.guatu.workbook.rule;

import cn.guatu.workbook.sheet.RowAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of the file that is not in the system, or not like this.
 *
 * @param line as the file wants it
 * @param before as the system has it; null: it is new
 * @param at where it stands in the file
 */
public record Change<L extends Line>(L line, @Nullable L before, RowAt at) {

    /**
     * One cell that changes.
     *
     * @param heading its column
     * @param before what the system has; empty: nothing
     * @param after what the file says; empty: nothing
     */
    public record Field(String heading, String before, String after) {}

    /** Whether the record is new. */
    public boolean isNew() {
        return before == null;
    }

    /** What differs, in the order of the columns; of a new record every cell that says something. */
    public List<Field> fields() {
        Map<String, String> old = before == null ? Map.of() : before.fields();
        List<Field> all = new ArrayList<>();
        line.fields().forEach((heading, after) -> {
            String was = old.getOrDefault(heading, "");
            if (!was.equals(after)) {
                all.add(new Field(heading, was, after));
            }
        });
        return all;
    }
}
