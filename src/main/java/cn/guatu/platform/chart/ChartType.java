package cn.guatu.platform.chart;

/** What a series is drawn as. */
public enum ChartType {
    LINE("line"),
    AREA("area"),
    BAR("bar");

    private final String word;

    ChartType(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
