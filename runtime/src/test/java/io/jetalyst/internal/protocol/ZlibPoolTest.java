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
    void reusesReleasedObjects() {
        Deflater one = pool.borrowDeflater();
        Deflater two = pool.borrowDeflater();
        assertNotSame(one, two);
        pool.release(one);
        assertSame(one, pool.borrowDeflater());
        assertEquals(2, pool.alive());
    }

    @Test
    void keepsAtMostSixteenIdleObjects() {
        List<Inflater> all = Stream.generate(pool::borrowInflater).limit(100).toList();
        assertEquals(100, pool.alive());
        all.forEach(pool::release);
        assertEquals(16, pool.alive());
    }

    @Test
    void destroysBorrowedObjectsOnReleaseAfterClose() {
        Deflater lent = pool.borrowDeflater();
        pool.release(pool.borrowInflater());
        pool.close();
        pool.close();
        assertEquals(1, pool.alive());
        Inflater later = pool.borrowInflater();
        pool.release(later);
        pool.release(lent);
        assertEquals(0, pool.alive());
        assertThrows(RuntimeException.class, lent::reset, "it has ended");
        assertThrows(RuntimeException.class, later::reset, "it has ended");
    }
}
