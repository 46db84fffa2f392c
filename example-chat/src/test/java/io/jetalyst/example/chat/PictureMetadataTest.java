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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"6, 200, 300", "8, 200, 300", "3, 300, 200"})
    void keepsNothingButTheOrientationOfAPhoto(int orientation, int width, int height) throws Exception {
        byte[] plain = PictureHeaderTest.encoded("jpg");
        String kept = jpegSegment(0xe1, "Exif\0\0MM\0*\0\0\0\b\0\1" + orientation(orientation) + "\0\0\0\0");
        String maker = "\u0010\u000f\0\2\0\0\0\5\0\0\0\0"; // the maker of the camera
        String large = "Exif\0\0MM\0*\0\0\0\b\0\2" + maker + orientation(orientation) + "\0\0\0\0" + PLACE;
        String small = "Exif\0\0II*\0\b\0\0\0\1\0\22\1\3\0\1\0\0\0" + (char) orientation + "\0\0\0" + PLACE;
        for (String exif : new String[] {large, small}) {
            Picture picture = Picture.of(insert(plain, 2, jpegSegment(0xe1, exif)));
            assertArrayEquals(insert(plain, 2, kept), picture.bytes());
            assertEquals(new PictureHeader("image/jpeg", width, height), picture.header());
            assertEquals(picture.header(), Picture.of(picture.bytes()).header());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0\1\0\0", // upright
                "MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0\t\0\0",
                "MM\0*\0\0\0\b\0\1\1\22\0\4\0\0\0\1\0\0\0\6", // a long number
                "MM\0*\0\0\0\b\u00ff\u00ff\1\22",
                "MM\0*\u00ff\u00ff\u00ff\u00ff",
                "II*\0\u00ff\u00ff\u00ff\u007f",
                "MM\0*\0\0\0\b",
                "MM\0*",
                ""
            })
    void removesExifWithoutAnOrientation(String tiff) throws Exception {
        byte[] plain = PictureHeaderTest.encoded("jpg");
        assertArrayEquals(
                plain,
                Picture.of(insert(plain, 2, jpegSegment(0xe1, "Exif\0\0" + tiff)))
                        .bytes());
    }

    @Test
    void removesCommentsXmpAndDataBehindTheEndOfGif() throws Exception {
        byte[] plain = PictureHeaderTest.encoded("gif");
        int firstBlock = 13 + 3 * (2 << (plain[10] & 7));
        String repeated = "!\u00ff\u000bNETSCAPE2.0\3\1\0\0\0";
        byte[] kept = insert(plain, firstBlock, repeated);
        String other = "!\u00fe" + block(PLACE) + "\0" + "!\u00ff\u000bXMP DataXMP" + block(PLACE) + "\0";
        byte[] photo = insert(kept, firstBlock, other);
        assertArrayEquals(kept, Picture.of(insert(photo, photo.length, PLACE)).bytes());
        assertNotNull(ImageIO.read(new ByteArrayInputStream(Picture.of(photo).bytes())));
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

    static String jpegSegment(int marker, String data) {
        int length = data.length() + 2;
        return "\u00ff" + (char) marker + (char) (length >> 8) + (char) (length & 0xff) + data;
    }

    /** A photo of 300 x 200 pixels that a browser shows as 200 x 300. */
    static byte[] turnedPhoto() throws IOException {
        String exif = "Exif\0\0MM\0*\0\0\0\b\0\1" + orientation(6) + "\0\0\0\0";
        return insert(PictureHeaderTest.encoded("jpg"), 2, jpegSegment(0xe1, exif));
    }

    private static String orientation(int value) {
        return "\1\22\0\3\0\0\0\1\0" + (char) value + "\0\0";
    }

    private static String block(String text) {
        return (char) text.length() + text;
    }

    static String pngChunk(String type, String data) {
        return "\0\0\0" + (char) data.length() + type + data + "sum!";
    }

    static String webpHead(String flags) {
        return "VP8X" + latin("0a000000" + flags + "000000" + "2b0100c70000");
    }

    static String webp(String... chunks) {
        String all = "WEBP" + String.join("", chunks);
        return "RIFF" + (char) all.length() + "\0\0\0" + all;
    }

    static String latin(String hex) {
        return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    }

    static byte[] insert(byte[] content, int at, String data) {
        String text = new String(content, ISO_8859_1);
        return (text.substring(0, at) + data + text.substring(at)).getBytes(ISO_8859_1);
    }
}
