package cn.guatu.testing;

import com.google.zxing.LuminanceSource;
import java.awt.image.BufferedImage;

/** The brightness of a picture, for the reader of QR codes. */
final class Luminance extends LuminanceSource {

    private final BufferedImage image;

    Luminance(BufferedImage image) {
        super(image.getWidth(), image.getHeight());
        this.image = image;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] line = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
        for (int x = 0; x < getWidth(); x++) {
            int colour = image.getRGB(x, y);
            line[x] = (byte) (((colour >> 16 & 0xff) + (colour >> 8 & 0xff) + (colour & 0xff)) / 3);
        }
        return line;
    }

    @Override
    public byte[] getMatrix() {
        byte[] all = new byte[getWidth() * getHeight()];
        for (int y = 0; y < getHeight(); y++) {
            System.arraycopy(getRow(y, null), 0, all, y * getWidth(), getWidth());
        }
        return all;
    }
}
