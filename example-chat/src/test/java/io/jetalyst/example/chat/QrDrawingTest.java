package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrDrawingTest {
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "th-TH-u-nu-thai", "tr-TR"})
    void drawsTheSameWithEachDefaultLocale(String tag) {
        String drawing = QrDrawing.of("http://localhost:8080/chat/lobby");

        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(drawing, QrDrawing.of("http://localhost:8080/chat/lobby"));
    }
}
