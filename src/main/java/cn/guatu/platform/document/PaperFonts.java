package cn.guatu.platform.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The free Chinese font (Noto Sans SC, OFL) that goes into every document; read once. */
public final class PaperFonts {

    private static final String REGULAR = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    private static final String BOLD = "/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf";

    private PaperFonts() {}

    private static final class Holder {
        static final Font REGULAR_FONT = load(REGULAR);
        static final Font BOLD_FONT = load(BOLD);
    }

    /** The font for text, one point high. */
    public static Font regular() {
        return Holder.REGULAR_FONT;
    }

    /** The font for headings, one point high. */
    public static Font bold() {
        return Holder.BOLD_FONT;
    }

    /** The file of {@link #regular}; to be closed by the caller. */
    public static InputStream regularFile() {
        return open(REGULAR);
    }

    /** The file of {@link #bold}; to be closed by the caller. */
    public static InputStream boldFile() {
        return open(BOLD);
    }

    private static Font load(String file) {
        try (InputStream in = open(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(PaperFonts.class.getResourceAsStream(file), file);
    }
}
