package io.jetalyst.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static boolean accepts(byte... bytes) {
        Utf8 utf8 = new Utf8();
        return utf8.accept(ByteBuffer.wrap(bytes)) && utf8.complete();
    }

    private static boolean decodes(byte... bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void everyTwoBytesAreJudgedAsTheJdkJudgesThem() {
        for (int i = 0; i < 65536; i++) {
            byte[] bytes = {(byte) (i >> 8), (byte) i};
            assertEquals(decodes(bytes), accepts(bytes), () -> Arrays.toString(bytes));
        }
    }

    @Test
    void everyLeadAndSecondByteIsJudgedAsTheJdkJudgesIt() {
        for (int lead = 0xe0; lead < 0x100; lead++) {
            for (int second = 0; second < 0x100; second++) {
                byte[] three = {(byte) lead, (byte) second, (byte) 0x80};
                byte[] four = {(byte) lead, (byte) second, (byte) 0x80, (byte) 0xbf};
                assertEquals(decodes(three), accepts(three), () -> Arrays.toString(three));
                assertEquals(decodes(four), accepts(four), () -> Arrays.toString(four));
            }
        }
    }

    @Test
    void detectsAnInvalidByteWhenItArrives() {
        assertEquals(false, new Utf8().accept(ByteBuffer.wrap(new byte[] {(byte) 0xed, (byte) 0xa0})));
        assertEquals(false, new Utf8().accept(ByteBuffer.wrap(new byte[] {(byte) 0xf4, (byte) 0x90})));
        assertEquals(false, new Utf8().accept(ByteBuffer.wrap(new byte[] {(byte) 0xc1})));
    }

    @Test
    void theBytesOfACharacterThatIsNotCompleteAreCounted() {
        Utf8 utf8 = new Utf8();
        byte[] smile = "😀".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 4; i++) {
            utf8.accept(ByteBuffer.wrap(smile, i, 1));
            assertEquals(i == 3 ? 0 : i + 1, utf8.incomplete());
        }
    }
}
