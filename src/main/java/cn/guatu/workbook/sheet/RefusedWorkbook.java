package cn.guatu.workbook.sheet;

/**
 * A file that is refused whole, before any record is looked at (workbook.md, Refused whole). The message is a Chinese sentence for the
 * person who sent it.
 */
public final class RefusedWorkbook extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; each is one status of the interface (rulings, Interface). */
    public enum Kind {
        /** 400: damaged, password protected, with external entities, or otherwise not to be read */
        UNREADABLE,
        /** 413: more than 20 MiB, a zip bomb, or more than 100 000 rows */
        TOO_LARGE,
        /** 415: something other than an .xlsx, or one with macros */
        WRONG_KIND
    }

    private final Kind kind;

    RefusedWorkbook(Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
    }

    /** Which of the three refusals it is. */
    public Kind kind() {
        return kind;
    }

    static RefusedWorkbook unreadable(String sentence) {
        return new RefusedWorkbook(Kind.UNREADABLE, sentence);
    }

    static RefusedWorkbook tooLarge(String sentence) {
        return new RefusedWorkbook(Kind.TOO_LARGE, sentence);
    }

    static RefusedWorkbook wrongKind(String sentence) {
        return new RefusedWorkbook(Kind.WRONG_KIND, sentence);
    }
}
