package io.jetalyst.example.chat;

import static java.lang.Character.UnicodeScript.*;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rule for the scripts of a name: "Highly Restrictive" of UTS #39 §5.2. The letters of a name come from one script in everyday use
 * (UAX #31, table 5), or from Latin together with Japanese, Chinese or Korean. Latin together with Cyrillic or Greek is what
 * impostors use, because many of their letters look the same.
 */
final class NameScripts {
    private static final Set<UnicodeScript> IN_USE = EnumSet.of(
            LATIN,
            ARABIC,
            ARMENIAN,
            BENGALI,
            BOPOMOFO,
            CYRILLIC,
            DEVANAGARI,
            ETHIOPIC,
            GEORGIAN,
            GREEK,
            GUJARATI,
            GURMUKHI,
            HAN,
            HANGUL,
            HEBREW,
            HIRAGANA,
            KANNADA,
            KATAKANA,
            KHMER,
            LAO,
            MALAYALAM,
            MYANMAR,
            ORIYA,
            SINHALA,
            TAMIL,
            TELUGU,
            THAANA,
            THAI,
            TIBETAN);

    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(LATIN, HAN, HIRAGANA, KATAKANA),
            EnumSet.of(LATIN, HAN, BOPOMOFO),
            EnumSet.of(LATIN, HAN, HANGUL));

    private NameScripts() {}

    static boolean isAllowed(String name) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .mapToObj(NameScripts::scriptOf)
                .forEach(scripts::add);
        scripts.removeAll(EnumSet.of(COMMON, INHERITED, UNKNOWN));
        return scripts.isEmpty()
                || scripts.size() == 1 && IN_USE.containsAll(scripts)
                || TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }

    /** Several scripts share the Arabic digits, one of which looks like an o, so Unicode gives them no script. */
    private static UnicodeScript scriptOf(int codePoint) {
        boolean arabicDigit = codePoint >= 0x0660 && codePoint <= 0x0669 || codePoint >= 0x06F0 && codePoint <= 0x06F9;
        return arabicDigit ? ARABIC : UnicodeScript.of(codePoint);
    }
}
