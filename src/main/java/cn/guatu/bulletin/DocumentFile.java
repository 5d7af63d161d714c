package cn.guatu.bulletin;

/**
 * A document to hand out.
 *
 * @param name file name with its ending, in Chinese
 * @param type media type
 * @param content the bytes
 */
public record DocumentFile(String name, String type, byte[] content) {

    /** Media type of Word documents. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Media type of PDF. */
    public static final String PDF = "application/pdf";

    /** Media type of Excel workbooks. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
