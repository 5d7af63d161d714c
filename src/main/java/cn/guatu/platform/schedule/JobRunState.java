package cn.guatu.platform.schedule;

/** State of the work of one period. */
public enum JobRunState {
    /** 运行中: somebody holds the lease */
    RUNNING("运行中"),
    /** 已完成 */
    DONE("已完成"),
    /** 失败: to be tried again */
    FAILED("失败");

    private final String label;

    JobRunState(String label) {
        this.label = label;
    }

    /** The Chinese word for screens. */
    public String label() {
        return label;
    }
}
