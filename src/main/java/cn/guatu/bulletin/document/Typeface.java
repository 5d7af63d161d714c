package cn.guatu.bulletin.document;

/**
 * The typefaces of GB/T 9704. They are named, not embedded: their licences forbid it. Every office machine has them or the substitutes
 * that the font table names.
 */
enum Typeface {
    /** 小标宋, titles and the red head */
    TITLE("方正小标宋简体", "华文中宋"),
    /** 仿宋, the text */
    BODY("仿宋_GB2312", "仿宋"),
    /** 黑体, headings of the first level */
    HEADING("黑体", "SimHei"),
    /** 楷体, headings of the second level */
    SUBHEADING("楷体_GB2312", "楷体"),
    /** 宋体, page numbers and tables */
    SONG("宋体", "SimSun");

    private final String family;
    private final String substitute;

    Typeface(String family, String substitute) {
        this.family = family;
        this.substitute = substitute;
    }

    /** The name that the document asks for. */
    String family() {
        return family;
    }

    /** What stands in for it on a machine that does not have it. */
    String substitute() {
        return substitute;
    }
}
