package io.jetalyst.example.chat;

import static io.jetalyst.example.chat.PictureMetadataTest.insert;
import static io.jetalyst.example.chat.PictureMetadataTest.jpegSegment;
import static io.jetalyst.example.chat.PictureMetadataTest.latin;
import static io.jetalyst.example.chat.PictureMetadataTest.pngChunk;
import static io.jetalyst.example.chat.PictureMetadataTest.webp;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are something else besides a picture, and small files whose pictures need much memory or time. */
class PictureAttackTest {
    private static final String SCRIPT = "<script>alert(document.domain)</script>";

    @ParameterizedTest
    @CsvSource({"jpg, 2", "png, 33", "gif, -1"})
    void keepsOnlyThePictureOfAFileThatIsAPageOrAnArchiveToo(String format, int start) throws Exception {
        byte[] plain = PictureHeaderTest.encoded(format);
        String inside = switch (format) {
            case "jpg" -> jpegSegment(0xfe, SCRIPT) + jpegSegment(0xef, SCRIPT) + jpegSegment(0xdc, SCRIPT);
            case "png" -> pngChunk("tEXt", SCRIPT) + pngChunk("scRp", SCRIPT);
            default -> "!\u00fe" + (char) SCRIPT.length() + SCRIPT + "\0";
        };
        byte[] file = insert(plain, start > 0 ? start : 13 + 3 * (2 << (plain[10] & 7)), inside);
        Picture picture = Picture.of(insert(file, file.length, "PK\3\4" + SCRIPT + "%PDF-1.7"));
        assertArrayEquals(plain, picture.bytes());
        assertFalse(new String(picture.bytes(), ISO_8859_1).contains("script"));
    }

    /** In segments of which a browser draws a part. */
    @ParameterizedTest
    @CsvSource({"jpg, 2", "gif, -1"})
    void keepsNothingBehindWhatIsDrawn(String format, int start) throws Exception {
        byte[] plain = PictureHeaderTest.encoded(format);
        String more = (char) SCRIPT.length() + SCRIPT + "\0";
        String inside = format.equals("jpg")
                ? jpegSegment(0xe0, "JFIF\0" + latin("010100000100010808") + SCRIPT)
                : "!\u00f9\u0004" + "\0".repeat(4) + more + "!\u00ff\u000bNETSCAPE2.0\u0003\u0001\0\0" + more;
        byte[] file = insert(plain, start > 0 ? start : 13 + 3 * (2 << (plain[10] & 7)), inside);
        assertFalse(new String(Picture.of(file).bytes(), ISO_8859_1).contains("script"));
    }

    @Test
    void keepsOnlyChunksOfAWebpFrameThatAreDrawn() throws Exception {
        String frame = latin("000000000000" + "0f0000" + "0f0000" + "00000000") + "VP8L" + latin("04000000") + "abcd";
        String head = "VP8X" + latin("0a000000" + "02000000" + "0f00000f0000");
        String chunk = "Text" + latin("28000000") + SCRIPT + " ";
        byte[] file = bytes(webp(head, "ANMF" + latin("4c000000") + frame + chunk));
        assertArrayEquals(
                bytes(webp(head, "ANMF" + latin("1c000000") + frame)),
                Picture.of(file).bytes());
    }

    @Test
    void cutsAnimationsWithThousandsOfFrames() throws Exception {
        String frame = latin("2c00000000010001000002024401") + "\0";
        byte[] picture = Picture.of(bytes("GIF89a" + latin("00100010000000") + frame.repeat(5000)))
                .bytes();
        assertEquals(1000, count(frame, picture));
    }

    @Test
    void cutsPngAnimationsWithThousandsOfFrames() throws Exception {
        String control = pngChunk("fcTL", latin("00000000" + "00000001" + "00000001") + "\0".repeat(14));
        String frame = control + pngChunk("fdAT", "12345");
        byte[] file = insert(PictureHeaderTest.encoded("png"), 33, frame.repeat(5000));
        byte[] picture = Picture.of(file).bytes();
        assertEquals(1000, count("fcTL", picture));
        assertEquals(1000, count("fdAT", picture));
        assertEquals(1, count("IEND", picture));
    }

    /** A frame has 16 bytes at least. */
    @ParameterizedTest
    @CsvSource({"00", "01", "0f"})
    void cutsWebpWhoseFrameIsTooShort(String size) throws Exception {
        String head = "VP8X" + latin("0a000000" + "02000000" + "0f00000f0000");
        String frame = latin("10000000" + "000000000000" + "0f0000" + "0f0000" + "00000000");
        String tooShort = "ANMF" + latin(size + "000000") + "\0".repeat(40);
        assertArrayEquals(
                bytes(webp(head, "ANMF" + frame)),
                Picture.of(bytes(webp(head, "ANMF" + frame, tooShort))).bytes());
    }

    @Test
    void refusesAJpegWhoseSizeADecoderReadsElsewhere() throws IOException {
        String large = latin("ffc0001108ffdcffdc03012200021101031101");
        String hidden = latin("ff01") + large; // TEM has no length, but this file has one behind it
        byte[] file = insert(PictureHeaderTest.encoded("jpg"), 2, hidden + " ".repeat(0xffc0 - large.length()));
        assertRefused("no-picture", file);
        assertRefused("too-big", insert(PictureHeaderTest.encoded("jpg"), 2, large));
    }

    @Test
    void keepsOnlyTheFirstSizeOfAJpeg() throws Exception {
        byte[] plain = PictureHeaderTest.encoded("jpg");
        int scan = new String(plain, ISO_8859_1).indexOf("\u00ff\u00da");
        byte[] file = insert(plain, scan, latin("ffc2001108ffdcffdc03012200021101031101"));
        assertArrayEquals(plain, Picture.of(file).bytes());
    }

    @Test
    void cutsAJpegWithThousandsOfScans() throws Exception {
        byte[] plain = PictureHeaderTest.encoded("jpg");
        int scan = new String(plain, ISO_8859_1).indexOf("\u00ff\u00da");
        byte[] file = insert(plain, scan, latin("ffda00080101000000000100").repeat(5000));
        assertTrue(Picture.of(file).bytes().length < plain.length + 50 * 12);
    }

    @Test
    void refusesAnimationsWithTooManyPixels() throws Exception {
        String frame = latin("2c00000000001000100002024401") + "\0";
        String gif = "GIF89a" + latin("00100010000000");
        assertRefused("too-big", bytes(gif + frame.repeat(6)));
        assertEquals(5, count(frame, Picture.of(bytes(gif + frame.repeat(5))).bytes()));

        String control = pngChunk("fcTL", latin("00000000" + "00001000" + "00001000") + "\0".repeat(14));
        assertRefused("too-big", insert(PictureHeaderTest.encoded("png"), 33, control.repeat(6)));

        String anmf = "ANMF" + latin("10000000" + "000000000000" + "ff0f00" + "ff0f00" + "00000000");
        String head = "VP8X" + latin("0a000000" + "02000000" + "ff0f00ff0f00");
        assertRefused("too-big", bytes(webp(head, anmf.repeat(6))));
    }

    /** Browsers enlarge the picture for such a frame. */
    @Test
    void cutsAGifWhoseFrameIsLargerThanThePicture() throws Exception {
        String head = "GIF89a" + latin("0a000a00000000") + latin("21f90400000000") + "\0";
        String fits = latin("2c000000000a000a000002024401") + "\0";
        byte[] picture = Picture.of(bytes(head + fits + latin("2c00000000ffffffff0002024401") + "\0;"))
                .bytes();
        assertArrayEquals(bytes(head + fits + ";"), picture);
    }

    @ParameterizedTest
    @CsvSource({"00007530, 00007530", "00001001, 00000001", "ffffffff, 00000001", "00000000, 00000001"})
    void refusesASizeThatNeedsMuchMemory(String width, String height) throws IOException {
        byte[] png = PictureHeaderTest.encoded("png");
        byte[] size = bytes(latin(width + height));
        System.arraycopy(size, 0, png, 16, 8);
        assertRefused("too-big", png);
    }

    private static void assertRefused(String code, byte[] file) {
        Refusal refusal = assertThrows(Refusal.class, () -> Picture.of(file));
        assertEquals(code, refusal.event("").code());
    }

    private static int count(String part, byte[] whole) {
        return new String(whole, ISO_8859_1).split(Pattern.quote(part), -1).length - 1;
    }

    private static byte[] bytes(String content) {
        return content.getBytes(ISO_8859_1);
    }
}
