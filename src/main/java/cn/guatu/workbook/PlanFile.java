package cn.guatu.workbook;

/**
 * A workbook as somebody sent it.
 *
 * @param name the file's name, for the history
 * @param content its bytes; not copied, do not change them
 */
public record PlanFile(String name, byte[] content) {
    private static final int NAME_LENGTH = 255;

    /** Keeps the end of a name that is too long, and no path. */
    public PlanFile {
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.isBlank() ? "未命名.xlsx" : name.substring(Math.max(0, name.length() - NAME_LENGTH));
    }
}
