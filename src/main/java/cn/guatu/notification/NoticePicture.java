package cn.guatu.notification;

import java.util.Optional;

/** The picture that goes with a notice in a mail, found as a bean: this feature need not know what the picture shows. */
public interface NoticePicture {

    /**
     * The picture of the page that a notice leads to, as PNG.
     *
     * @param link path within the product, as the notice has it
     * @return empty for a page that has none
     */
    Optional<byte[]> png(String link);
}
