package io.jetalyst.example.chat;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The forms of a name in which two names are equal if a reader could take one for the other. Rather too many names look alike here
 * than too few: the second member only gets a number.
 */
final class NameShape {
    /**
     * A line for each character: first the character, then what looks like it. The idea is that of the skeletons in UTS #39 §4, for the
     * scripts of {@link NameScripts} whose letters look like those of another script, or like each other.
     */
    private static final String LOOK_ALIKE = """
            a аАαΑɑᴀ⍺
            b вВьЬΒʙƅ
            c сСϲϹᴄ
            d ԁԀᴅ
            e еЕΕєεᴇ℮ҽꬲꬴ
            f ҒғϝꜰՔꬵꞙẝẜ
            g ɡɢԌցգƍᶃ
            h нНһҺΗʜհɦ
            j јЈϳͿյᴊȷ
            k кКκΚᴋĸ
            l 1Iiı|іІӏӀιΙɩɪʟՀլԼǀ∣│❘⍳ןוا١
            m мМΜᴍ
            n пПηΝոɴŋռꞥ
            o 0оОοΟσօՕᴏ०০੦૦୦௦౦೦൦๐໐၀ᴑꬽჿဝסഠං
            p рРρΡϱᴘ⍴þ
            q ԛԚզգ
            r гГʀяЯꭇꭈᴦ
            s ѕЅꜱՏƽ
            t тТτΤᴛ
            u υυսՍᴜʋ∪иИμꞟꭎꭒ
            v νѵѴᴠ∨ט
            w шШωԝԜѡѠᴡ⍵ɯա
            x хХχΧ×
            y уУүҮγΥʏɣỿꭚყ
            z ΖᴢƶƵ
            2 ƨƧ
            3 зЗӡӠʒƷȝȜ
            6 б
            ß β
            - ‐‒–—―−ー一﹘➖
            ' ‘’ʼʻʹʽˈ′`´＇׳՚ꞌ
            . ․·•‧∙⋅
            力 カ
            工 エ
            口 ロ
            二 ニ
            八 ハ
            夕 タ
            卜 ト
            へ ヘ
            """;

    /** The letters with the property Soft_Dotted (UAX #44) in a skeleton; that of i is an l. */
    private static final String SOFT_DOTTED = "ljɉɨʝᶖ";

    private static final int DOT_ABOVE = 0x0307;

    private static final Map<Integer, Integer> TABLE = table();

    private NameShape() {}

    /** Two names look alike if one of these forms of the one is among those of the other. */
    static Set<String> of(String name) {
        return Set.copyOf(List.of(folded(name), skeleton(name)));
    }

    /** Equal for names that differ in case, width or characters that nobody sees. */
    private static String folded(String name) {
        return withoutIgnorable(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
    }

    private static String skeleton(String name) {
        String decomposed = withoutBlanks(Normalizer.normalize(name, Normalizer.Form.NFKD));
        String lower = replaced(decomposed).toLowerCase(Locale.ROOT);
        return withoutSecondDots(replaced(lower)).replace("rn", "m").replace("vv", "w");
    }

    private static String withoutIgnorable(String text) {
        return codePoints(text.codePoints().filter(codePoint -> !Characters.isDefaultIgnorable(codePoint)));
    }

    /** Removes spaces, too: many characters are as blank as a space, or narrower. */
    private static String withoutBlanks(String text) {
        return codePoints(text.codePoints().filter(codePoint -> Characters.isVisible(codePoint) || isMark(codePoint)));
    }

    private static boolean isMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK && !Characters.isDefaultIgnorable(codePoint);
    }

    /** A font draws one dot over a letter that has a dot already, wherever the mark is among those of the letter. */
    private static String withoutSecondDots(String text) {
        StringBuilder out = new StringBuilder();
        boolean dotted = false;
        for (int codePoint : text.codePoints().toArray()) {
            dotted = isMark(codePoint) ? dotted : SOFT_DOTTED.indexOf(codePoint) >= 0;
            if (!dotted || codePoint != DOT_ABOVE) {
                out.appendCodePoint(codePoint);
            }
        }
        return out.toString();
    }

    private static String replaced(String text) {
        return codePoints(text.codePoints().map(codePoint -> TABLE.getOrDefault(codePoint, codePoint)));
    }

    private static String codePoints(IntStream codePoints) {
        return codePoints
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Map<Integer, Integer> table() {
        Map<Integer, Integer> table = new HashMap<>();
        LOOK_ALIKE
                .lines()
                .forEach(line ->
                        line.codePoints().skip(2).forEach(codePoint -> table.put(codePoint, line.codePointAt(0))));
        return Map.copyOf(table);
    }
}
