package io.jetalyst.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class ZlibPoolTest {
    private final ZlibPool pool = new ZlibPool();

    @Test
    void whatIsGivenBackIsLentAgain() {
        Deflater one = pool.lendDeflater();
        Deflater two = pool.lendDeflater();
        assertNotSame(one, two);
        pool.giveBack(one);
        assertSame(one, pool.lendDeflater());
        assertEquals(2, pool.alive());
    }

    @Test
    void noMoreThanSixteenOfAKindAreKept() {
        List<Inflater> all = Stream.generate(pool::lendInflater).limit(100).toList();
        assertEquals(100, pool.alive());
        all.forEach(pool::giveBack);
        assertEquals(16, pool.alive());
    }

    @Test
    void whatIsLentWhenThePoolClosesEndsWhenItIsGivenBack() {
        Deflater lent = pool.lendDeflater();
        pool.giveBack(pool.lendInflater());
        pool.close();
        pool.close();
        assertEquals(1, pool.alive());
        Inflater later = pool.lendInflater();
        pool.giveBack(later);
        pool.giveBack(lent);
        assertEquals(0, pool.alive());
        assertThrows(RuntimeException.class, lent::reset, "it has ended");
        assertThrows(RuntimeException.class, later::reset, "it has ended");
    }
}
