package cn.guatu.wallboard;

import cn.guatu.platform.failure.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The picture beside the title of a wall: PNG or JPEG, looked at before it is kept. SVG is refused, because it can carry programs.
 *
 * @param type media type
 * @param content the file
 */
public record WallLogo(String type, byte[] content) {

    /** The largest file, in bytes. */
    public static final int LARGEST = 512 * 1024;

    private static final int LONGEST_SIDE = 2000;

    /**
     * A logo from a file that somebody sent.
     *
     * @throws Refusal TOO_LARGE, UNSUPPORTED or INVALID with what to do
     */
    public static WallLogo of(byte[] file) {
        if (file.length > LARGEST) {
            throw Refusal.tooLarge("标志图片超过 512 KB，请压缩后再上传。");
        }
        String type = type(file);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Refusal.invalid("标志图片无法读取，请换一个 PNG 或 JPG 文件。");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                // the header alone: a small file can unpack into a very large picture
                if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
                    throw Refusal.tooLarge("标志图片的边长超过 2000 像素，请缩小后再上传。");
                }
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            throw Refusal.invalid("标志图片已损坏，请换一个 PNG 或 JPG 文件。");
        }
        return new WallLogo(type, file.clone());
    }

    private static String type(byte[] file) {
        if (begins(file, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (begins(file, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        throw Refusal.unsupported("标志只接受 PNG 或 JPG 图片；SVG 可以夹带程序，不能使用。");
    }

    private static boolean begins(byte[] file, int... signs) {
        if (file.length < signs.length) {
            return false;
        }
        for (int i = 0; i < signs.length; i++) {
            if ((file[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    /** Names the content: the address of the picture, which nobody finds who has not seen the wall. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
