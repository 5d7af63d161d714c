package cn.guatu.progress;

import cn.guatu.platform.failure.Refusal;

/** Somebody else has changed the report meanwhile: what is there now comes along, so that the two can be compared. */
public final class StaleReport extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient WeeklyReport current;

    StaleReport(WeeklyReport current, String sentence) {
        super(Kind.CONFLICT, sentence);
        this.current = current;
    }

    /** The report as it is now. */
    public WeeklyReport current() {
        return current;
    }
}
