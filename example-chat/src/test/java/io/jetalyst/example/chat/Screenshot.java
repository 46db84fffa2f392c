package io.jetalyst.example.chat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A picture of a page, as the camera of a phone would see it. */
record Screenshot(BufferedImage image) {
    static Screenshot of(byte[] png) throws IOException {
        return new Screenshot(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** Returns the text of the QR code. */
    Optional<String> qrCode() throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return Optional.of(new QRCodeReader().decode(bitmap).getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
