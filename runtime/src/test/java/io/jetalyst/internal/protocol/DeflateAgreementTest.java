package io.jetalyst.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateAgreementTest {
    private static final String MESSAGE = "permessage-deflate; server_no_context_takeover";

    private static String answer(boolean contextTakeover, String... lines) {
        return DeflateAgreement.negotiate(List.of(lines), contextTakeover)
                .map(DeflateAgreement::header)
                .orElse("declined");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permessage-deflate                                                      | permessage-deflate
            permessage-deflate; client_max_window_bits                              | permessage-deflate
            permessage-deflate; client_max_window_bits=8                            | permessage-deflate
            permessage-deflate; client_max_window_bits="10"                         | permessage-deflate
            permessage-deflate; server_no_context_takeover                          | permessage-deflate; server_no_context_takeover
            permessage-deflate; client_no_context_takeover                          | permessage-deflate; client_no_context_takeover
            permessage-deflate; server_max_window_bits=15                           | permessage-deflate; server_max_window_bits=15
            permessage-deflate; server_max_window_bits=10                           | permessage-deflate; server_no_context_takeover; server_max_window_bits=10
            permessage-deflate; client_max_window_bits; server_max_window_bits="8"  | permessage-deflate; server_no_context_takeover; server_max_window_bits=8
            """)
    void withContextTheClientsWishesAreKept(String offer, String answer) {
        assertEquals(answer, answer(true, offer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permessage-deflate                                        | ''
            permessage-deflate; client_max_window_bits                | ''
            permessage-deflate; server_no_context_takeover            | ''
            permessage-deflate; client_no_context_takeover            | '; client_no_context_takeover'
            permessage-deflate; server_max_window_bits=15             | '; server_max_window_bits=15'
            permessage-deflate; server_max_window_bits=9              | '; server_max_window_bits=9'
            """)
    void withoutContextOurSideKeepsNone(String offer, String more) {
        assertEquals(MESSAGE + more, answer(false, offer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x-webkit-deflate-frame",
                "Permessage-Deflate",
                "permessage-bzip2; server_no_context_takeover",
                "permessage-deflate; server_max_window_bits",
                "permessage-deflate; server_max_window_bits=7",
                "permessage-deflate; server_max_window_bits=16",
                "permessage-deflate; server_max_window_bits=08",
                "permessage-deflate; server_max_window_bits=1000000000000",
                "permessage-deflate; server_max_window_bits=-9",
                "permessage-deflate; server_max_window_bits=0x9",
                "permessage-deflate; client_max_window_bits=0",
                "permessage-deflate; client_max_window_bits=16",
                "permessage-deflate; client_max_window_bits=010",
                "permessage-deflate; server_no_context_takeover=true",
                "permessage-deflate; client_no_context_takeover=1",
                "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
                "permessage-deflate; server_max_window_bits=10; server_max_window_bits=11",
                "permessage-deflate; client_max_window_bits; client_max_window_bits=15",
                "permessage-deflate; mode=fast",
            })
    void anOfferThatCannotBeKeptIsDeclined(String offer) {
        assertEquals("declined", answer(true, offer));
        assertEquals("permessage-deflate", answer(true, offer, "permessage-deflate"), "the next offer is taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";",
                "=",
                "permessage-deflate;",
                "permessage-deflate; ;",
                "permessage-deflate; client_max_window_bits=",
                "permessage-deflate; =10",
                "permessage-deflate client_max_window_bits",
                "permessage-deflate; client_max_window_bits=\"10",
                "permessage-deflate; client_max_window_bits=\"\"",
                "permessage-deflate; client_max_window_bits=\"1 0\"",
                "permessage-deflate; client_max_window_bits=\"10\\",
                "permessage-deflate; client_max_window_bits=10 11",
                "permessage-deflate; client_max_window_bits=10\"",
                "permessage/deflate",
                "permessage-deflate, ü",
                "permessage-deflate, \"x\"",
            })
    void aHeaderThatBreaksTheGrammarDeclinesAll(String line) {
        assertEquals("declined", answer(true, line));
        assertEquals("declined", answer(true, "permessage-deflate", line));
        assertEquals("declined", answer(true, line, "permessage-deflate"));
    }

    @Test
    void theFirstOfferThatCanBeKeptIsTaken() {
        String first = "permessage-deflate; client_max_window_bits; server_max_window_bits=10";
        assertEquals(
                "permessage-deflate; server_no_context_takeover; server_max_window_bits=10",
                answer(true, first + ", permessage-deflate; client_max_window_bits"));
        assertEquals("permessage-deflate", answer(true, "permessage-deflate; client_max_window_bits, " + first));
        assertEquals("permessage-deflate", answer(true, "permessage-deflate; mode=fast", "permessage-deflate"));
        assertEquals("permessage-deflate", answer(true, "foo; bar=\"x\\y\", x; y;z , permessage-deflate"));
    }

    @Test
    void blanksAndEmptyElementsAreAllowed() {
        assertEquals(
                "permessage-deflate; server_max_window_bits=15",
                answer(true, " ,\t, permessage-deflate\t; " + "server_max_window_bits = \"1\\5\" ,, foo ,"));
        assertEquals("declined", answer(true));
        assertEquals("declined", answer(true, " , "));
    }

    @Test
    void sixteenOffersWithSixteenParametersAreLookedAt() {
        String others = "foo, ".repeat(15);
        assertEquals("permessage-deflate", answer(true, others + "permessage-deflate, @"));
        assertEquals("permessage-deflate", answer(true, others + "permessage-deflate", "@"));
        assertEquals("declined", answer(true, others + "foo, permessage-deflate"));
        String parameters = "; a".repeat(16);
        assertEquals("permessage-deflate", answer(true, "foo" + parameters + ", permessage-deflate"));
        assertEquals("declined", answer(true, "foo" + parameters + "; a, permessage-deflate"));
    }

    @Test
    void aSmallWindowLeavesNoContext() {
        for (int bits = 8; bits <= 15; bits++) {
            DeflateAgreement agreement = new DeflateAgreement(false, false, bits);
            assertEquals(bits < 15, agreement.serverNoContext());
            assertEquals(1 << bits, agreement.serverWindow());
        }
        assertEquals(32_768, new DeflateAgreement(false, false, 0).serverWindow());
        assertThrows(IllegalArgumentException.class, () -> new DeflateAgreement(false, false, 7));
        assertThrows(IllegalArgumentException.class, () -> new DeflateAgreement(false, false, 16));
    }
}
