package io.jetalyst.example.chat;

/** Answers questions about single code points that {@link Character} has no answer to. */
final class Characters {
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int MUSICAL_NULL_NOTEHEAD = 0x1D159;

    /** First and last code point of each range with the property Default_Ignorable_Code_Point (UAX #44), in pairs. */
    private static final int[] DEFAULT_IGNORABLE = {
        0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8,
        0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    private Characters() {}

    /** Whether a font shows nothing for this code point: joiners, variation selectors, fillers, tags and the like. */
    static boolean isDefaultIgnorable(int codePoint) {
        for (int at = 0; at < DEFAULT_IGNORABLE.length; at += 2) {
            if (codePoint >= DEFAULT_IGNORABLE[at] && codePoint <= DEFAULT_IGNORABLE[at + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a reader sees this code point when nothing is around it. A combining mark alone does not count. */
    static boolean isVisible(int codePoint) {
        if (isDefaultIgnorable(codePoint) || codePoint == BRAILLE_BLANK || codePoint == MUSICAL_NULL_NOTEHEAD) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            case Character.UNASSIGNED -> isInEmojiBlocks(codePoint);
            default -> true;
        };
    }

    /** A JDK knows no emoji that is younger than itself. */
    private static boolean isInEmojiBlocks(int codePoint) {
        return codePoint >= 0x1F000 && codePoint <= 0x1FBFF;
    }
}
