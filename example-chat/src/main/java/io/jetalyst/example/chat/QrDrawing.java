package io.jetalyst.example.chat;

import io.nayuki.qrcodegen.QrCode;
import java.util.Locale;

/** Draws QR codes (ISO/IEC 18004) as SVG: black on white, as readers expect it in dark mode, too. */
final class QrDrawing {
    private static final int QUIET_ZONE = 4;

    private QrDrawing() {}

    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int size = code.size + 2 * QUIET_ZONE;
        return String.format(Locale.ROOT, """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">
            <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>
            <path fill="#000" d="%2$s"/>
            </svg>
            """, size, modules(code));
    }

    /** A rectangle for each row of dark modules. */
    private static String modules(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int end = x;
                while (end < code.size && code.getModule(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append('h')
                            .append(end - x)
                            .append("v1h-")
                            .append(end - x)
                            .append('z');
                }
                x = end + 1;
            }
        }
        return path.toString();
    }
}
