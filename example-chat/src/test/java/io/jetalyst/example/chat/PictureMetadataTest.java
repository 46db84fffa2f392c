package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureMetadataTest {
    private static final String PLACE = "52.5163 N 13.3777 E";

    @Test
    void removesExifXmpAndCommentsOfJpeg() throws Exception {
        byte[] plain = PictureHeaderTest.encoded("jpg");
        byte[] photo = insert(
                plain,
                2,
                jpegSegment(0xe1, "Exif\0\0" + PLACE)
                        + jpegSegment(0xe1, "http://ns.adobe.com/xap/1.0/\0" + PLACE)
                        + jpegSegment(0xe2, "MPF\0" + PLACE)
                        + jpegSegment(0xfe, PLACE)
                        + "\u00ff"); // and a fill byte
        assertArrayEquals(plain, Picture.of(photo).bytes());
        assertNotNull(ImageIO.read(new ByteArrayInputStream(Picture.of(photo).bytes())));
    }

    @Test
    void removesMetadataBehindTheFirstScanAndTheEndOfJpeg() throws Exception {
        byte[] plain = PictureHeaderTest.encoded("jpg");
        byte[] photo = insert(plain, plain.length - 2, jpegSegment(0xe1, "Exif\0\0" + PLACE));
        assertArrayEquals(plain, Picture.of(insert(photo, photo.length, PLACE)).bytes());
    }

    @Test
    void keepsTheColoursOfJpeg() throws Exception {
        byte[] photo = insert(
                PictureHeaderTest.encoded("jpg"),
                2,
                jpegSegment(0xe2, "ICC_PROFILE\0\1\1data") + jpegSegment(0xee, "Adobe\0d\0\0\0\0\1"));
        assertArrayEquals(photo, Picture.of(photo).bytes());
    }

    @Test
    void removesExifAndTextOfPng() throws Exception {
        byte[] plain = PictureHeaderTest.encoded("png");
        byte[] photo = insert(plain, 33, pngChunk("eXIf", PLACE) + pngChunk("tEXt", "Comment\0" + PLACE));
        assertArrayEquals(plain, Picture.of(insert(photo, photo.length, PLACE)).bytes());
    }

    @Test
    void removesExifAndXmpOfWebp() throws Exception {
        String image = "VP8L" + latin("08000000" + "2f2bc13100000000");
        String photo = webp(webpHead("0c"), image, "EXIF\5\0\0\0place\0", "XMP \4\0\0\0here");
        assertEquals(webp(webpHead("00"), image), remove(photo));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void readsEveryBeginningOfAPictureWithoutAnException(String format) throws IOException {
        byte[] whole = PictureHeaderTest.encoded(format);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            PictureHeader.of(part).ifPresent(header -> assertNotNull(PictureMetadata.remove(header, part)));
        }
    }

    private static String remove(String content) throws Refusal {
        return new String(Picture.of(content.getBytes(ISO_8859_1)).bytes(), ISO_8859_1);
    }

    private static String jpegSegment(int marker, String data) {
        int length = data.length() + 2;
        return "\u00ff" + (char) marker + (char) (length >> 8) + (char) (length & 0xff) + data;
    }

    private static String pngChunk(String type, String data) {
        return "\0\0\0" + (char) data.length() + type + data + "sum!";
    }

    private static String webpHead(String flags) {
        return "VP8X" + latin("0a000000" + flags + "000000" + "2b0100c70000");
    }

    private static String webp(String... chunks) {
        String all = "WEBP" + String.join("", chunks);
        return "RIFF" + (char) all.length() + "\0\0\0" + all;
    }

    private static String latin(String hex) {
        return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    }

    private static byte[] insert(byte[] content, int at, String data) {
        String text = new String(content, ISO_8859_1);
        return (text.substring(0, at) + data + text.substring(at)).getBytes(ISO_8859_1);
    }
}
