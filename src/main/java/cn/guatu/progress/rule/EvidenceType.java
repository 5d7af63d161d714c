package cn.guatu.progress.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files that are taken as evidence. A file must be by its content what its name says. */
public enum EvidenceType {
    /** PDF */
    PDF("application/pdf", List.of("pdf"), "%PDF-", ""),
    /** PNG picture */
    PNG("image/png", List.of("png"), "\u0089PNG\r\n\u001a\n", ""),
    /** JPEG picture */
    JPEG("image/jpeg", List.of("jpg", "jpeg"), "\u00ff\u00d8\u00ff", ""),
    /** Word of today */
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx"),
            "PK\u0003\u0004",
            "word/document.xml"),
    /** Excel of today */
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            List.of("xlsx"),
            "PK\u0003\u0004",
            "xl/workbook.xml"),
    /** Documents of the government's own format */
    OFD("application/ofd", List.of("ofd"), "PK\u0003\u0004", "OFD.xml"),
    /** Word and WPS of old */
    DOC("application/msword", List.of("doc", "wps"), "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", ""),
    /** Excel and WPS of old */
    XLS("application/vnd.ms-excel", List.of("xls", "et"), "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "");

    private final String mediaType;
    private final List<String> endings;
    private final byte[] beginning;
    private final byte[] part;

    EvidenceType(String mediaType, List<String> endings, String beginning, String part) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
        this.part = part.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What a browser is told. */
    public String mediaType() {
        return mediaType;
    }

    /** The kind that the name says; empty for one that is not taken. */
    public static Optional<EvidenceType> named(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String ending = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        for (EvidenceType each : values()) {
            if (each.endings.contains(ending)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** All endings with their dot, for a chooser of files. */
    public static String[] endings() {
        return List.of(values()).stream()
                .flatMap(each -> each.endings.stream())
                .map(ending -> "." + ending)
                .toArray(String[]::new);
    }

    /**
     * Whether the content is of this kind. Packed documents name their parts in the clear, so that nothing has to be unpacked to see
     * what they are.
     */
    public boolean fits(byte[] content) {
        return startsWith(content, 0, beginning) && (part.length == 0 || contains(content, part));
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int from = 0; from + wanted.length <= content.length; from++) {
            if (startsWith(content, from, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] content, int from, byte[] wanted) {
        if (content.length - from < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (content[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
