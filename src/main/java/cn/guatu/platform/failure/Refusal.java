package cn.guatu.platform.failure;

/** Something was asked for that a rule forbids. Its sentence tells a person what to do about it. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why, for callers that are programs. */
    public enum Kind {
        /** What was asked makes no sense. */
        INVALID,
        /** It can be read, but a rule of the business forbids it. */
        INADMISSIBLE,
        /** What was asked for is not there, or not for this caller. */
        NOT_FOUND,
        /** It clashes with what is recorded. */
        CONFLICT,
        /** This caller may not. */
        FORBIDDEN,
        /** More than we take. */
        TOO_LARGE,
        /** A kind of file or content that we do not take. */
        UNSUPPORTED,
        /** Not built yet. */
        NOT_IMPLEMENTED
    }

    /**
     * A refusal.
     *
     * @param kind why, for programs
     * @param sentence what happened, why and what to do, in Chinese
     */
    public Refusal(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    /** Why, for programs. */
    public Kind kind() {
        return kind;
    }

    /** The sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What was asked makes no sense. */
    public static Refusal invalid(String sentence) {
        return new Refusal(Kind.INVALID, sentence);
    }

    /** It can be read, but a rule of the business forbids it. */
    public static Refusal inadmissible(String sentence) {
        return new Refusal(Kind.INADMISSIBLE, sentence);
    }

    /** What was asked for is not there. */
    public static Refusal notFound(String sentence) {
        return new Refusal(Kind.NOT_FOUND, sentence);
    }

    /** It clashes with what is recorded. */
    public static Refusal conflict(String sentence) {
        return new Refusal(Kind.CONFLICT, sentence);
    }

    /** The caller may not. */
    public static Refusal forbidden(String sentence) {
        return new Refusal(Kind.FORBIDDEN, sentence);
    }

    /** More than we take. */
    public static Refusal tooLarge(String sentence) {
        return new Refusal(Kind.TOO_LARGE, sentence);
    }

    /** A kind of file or content that we do not take. */
    public static Refusal unsupported(String sentence) {
        return new Refusal(Kind.UNSUPPORTED, sentence);
    }

    /** Not built yet. */
    public static Refusal notImplemented(String sentence) {
        return new Refusal(Kind.NOT_IMPLEMENTED, sentence);
    }
}
