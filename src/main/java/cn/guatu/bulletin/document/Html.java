package cn.guatu.bulletin.document;

/** Text into XHTML, where what people wrote stays text. */
final class Html {

    private Html() {}

    static String text(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            switch (sign) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\n' -> safe.append("<br/>");
                default -> {
                    if (sign >= ' ' || sign == '\t') {
                        safe.append(sign);
                    }
                }
            }
        }
        return safe.toString();
    }
}
