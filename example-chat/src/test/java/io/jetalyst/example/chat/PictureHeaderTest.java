package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTest {
    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif"})
    void readsTheFormatAndTheSize(String format, String mediaType) throws IOException {
        assertEquals(Optional.of(new PictureHeader(mediaType, 300, 200)), PictureHeader.of(encoded(format)));
    }

    @ParameterizedTest
    @CsvSource({
        "52494646000000005745425056503820" + "00000000000000" + "9d012a2c01c800, 300, 200",
        "5249464600000000574542505650384c00000000" + "2f2bc131000000000000000000, 300, 200",
        "524946460000000057454250565038580000000000000000" + "2b0100c700000000, 300, 200"
    })
    void readsTheSizeOfWebp(String hex, int width, int height) {
        assertEquals(
                Optional.of(new PictureHeader("image/webp", width, height)),
                PictureHeader.of(HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<!doctype html><script>alert(1)</script>",
                "GIF8<script>alert(1)</script>                    ",
                "\u0089PNG\r\n\u001a\n<script>alert(1)</script>      ",
                "\u00ff\u00d8\u00ff\u00e0\u0000\u0000<script>alert(1)</script>",
                "\u00ff\u00d8\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
                "\u00ff\u00d8\u00ff\u00e0\u00ff\u00fe                          ",
                "RIFF    WEBPVP8Q                    ",
                "RIFF    WAVEfmt                     ",
                "%PDF-1.7                            ",
                ""
            })
    void takesNothingElseForAPicture(String content) {
        assertEquals(Optional.empty(), PictureHeader.of(content.getBytes(ISO_8859_1)));
    }

    @Test
    void readsEveryBeginningOfAPictureWithoutAnException() throws IOException {
        for (String format : new String[] {"png", "jpg", "gif"}) {
            byte[] whole = encoded(format);
            for (int length = 0; length < Math.min(whole.length, 700); length++) {
                PictureHeader.of(Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void refusesPicturesWithTooManyPixels() throws IOException {
        byte[] png = encoded("png");
        png[16] = 1; // a width of 16 million
        assertEquals(
                "too-big",
                assertThrows(Refusal.class, () -> Picture.of(png)).event("").code());
        png[16] = (byte) 0x80; // a negative one
        assertThrows(Refusal.class, () -> Picture.of(png));
    }

    static byte[] encoded(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
