package cn.guatu.project;

/** How a version of a schedule came about. */
public enum VersionKind {
    /** 基线: the dates as they were approved at first, or again */
    BASELINE("基线"),
    /** 调整: nodes were moved */
    RESCHEDULE("调整"),
    /** 套用模板: nodes were made from a template */
    TEMPLATE("套用模板"),
    /** 导入排期: nodes were read from a file of MS Project or Primavera */
    IMPORT("导入排期");

    private final String label;

    VersionKind(String label) {
        this.label = label;
    }

    /** The Chinese word for screens; never null. */
    public String label() {
        return label;
    }
}
