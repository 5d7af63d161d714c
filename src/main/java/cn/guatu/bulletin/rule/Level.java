package cn.guatu.bulletin.rule;

/** What a paragraph is in an official document (GB/T 9704): it decides its type. */
public enum Level {
    /** 发文机关标志, the red head */
    AUTHORITY,
    /** 发文字号 */
    NUMBER,
    /** 标题 */
    TITLE,
    /** 主送机关 */
    RECIPIENTS,
    /** 一、 */
    HEADING,
    /** （一） */
    SUBHEADING,
    /** 正文 */
    BODY,
    /** 附件说明 */
    ATTACHMENTS,
    /** 发文机关署名 */
    SIGNATURE,
    /** 成文日期 */
    DATE,
    /** 抄送 in the 版记 */
    COPIES,
    /** 印发机关 and 印发日期 in the 版记 */
    ISSUED
}
