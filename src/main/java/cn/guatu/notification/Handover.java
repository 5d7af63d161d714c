package cn.guatu.notification;

/** What became of handing a message over. */
sealed interface Handover {

    /** Taken. */
    record Accepted() implements Handover {}

    /** Certainly not taken; another time it may be. */
    record Later(String reason) implements Handover {}

    /** Certainly not taken, and it makes no sense to try again. */
    record Never(String reason, boolean wrongAddress) implements Handover {}

    /** The line broke after it had begun: perhaps it was taken. */
    record Unknown(String reason) implements Handover {}
}
