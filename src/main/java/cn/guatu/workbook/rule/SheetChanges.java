package cn.guatu.workbook.rule;

import cn.guatu.workbook.sheet.SheetKind;
import java.util.List;

/**
 * What a sheet of the file would change.
 *
 * @param changes new and changed records, in the order of the file
 * @param unchanged how many records are as the system has them
 * @param missing names of the records that the system has and the file does not; they are left alone
 */
public record SheetChanges<L extends Line>(
        SheetKind sheet, List<Change<L>> changes, int unchanged, List<String> missing) {

    /** How many are new. */
    public int created() {
        return (int) changes.stream().filter(Change::isNew).count();
    }

    /** How many are changed. */
    public int updated() {
        return changes.size() - created();
    }
}
