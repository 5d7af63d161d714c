package cn.guatu.progress;

import java.time.Instant;

/**
 * A file that somebody added to an item as evidence; it never changes.
 *
 * @param name as it was called where it came from, without its folder
 * @param mediaType by its content
 * @param sha256 of the content, lower-case hexadecimal
 * @param size in bytes
 * @param uploadedBy account name
 */
public record EvidenceFile(
        EvidenceId id,
        ReportKey item,
        String name,
        String mediaType,
        String sha256,
        int size,
        String uploadedBy,
        Instant uploadedAt) {

    /** Whether a browser shows it as a picture. */
    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    /** Whether a browser shows it by itself: a picture or a PDF. */
    public boolean opensInBrowser() {
        return isPicture() || mediaType.equals("application/pdf");
    }
}
