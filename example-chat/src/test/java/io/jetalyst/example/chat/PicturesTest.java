package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long pictures are kept, and how many, with a clock that the test moves. */
class PicturesTest {
    private static final RoomName LOBBY = new RoomName("lobby");
    private static final RoomName OTHER = new RoomName("other");

    private long now;
    private final Pictures pictures = new Pictures(30_000_000, () -> now);

    @Test
    void forgetsAPictureWithItsMessage() throws Refusal {
        UUID id = shown(LOBBY, "ada", 1000);
        for (int number = 1; number < Rooms.HISTORY; number++) {
            pictures.countMessage(LOBBY);
        }
        assertTrue(has(LOBBY, id));
        pictures.countMessage(LOBBY);
        assertFalse(has(LOBBY, id));
    }

    @Test
    void forgetsAPictureThatNoMessageShows() throws Refusal {
        UUID id = pictures.add(LOBBY, "ada", picture(1000));
        pass(Duration.ofMinutes(1));
        assertTrue(has(LOBBY, id));
        pass(Duration.ofSeconds(1));
        assertFalse(has(LOBBY, id));
        assertTrue(pictures.show(LOBBY, "ada", id).isEmpty());
    }

    @Test
    void forgetsThePicturesOfARoomThatIsEmptyForTwoMinutes() throws Refusal {
        UUID id = shown(LOBBY, "ada", 1000);
        pass(Duration.ofDays(1));
        assertTrue(has(LOBBY, id));
        pictures.updateMembers(LOBBY, () -> true);
        pass(Duration.ofMinutes(2));
        pictures.updateMembers(LOBBY, () -> false); // somebody came back in time
        pass(Duration.ofHours(1));
        assertTrue(has(LOBBY, id));
        pictures.updateMembers(LOBBY, () -> true);
        pass(Duration.ofMinutes(2).plusSeconds(1));
        assertFalse(has(LOBBY, id));
    }

    @Test
    void keepsThePicturesOfAMemberWhoEntersWhileTheLastOneLeaves() throws Exception {
        UUID id = shown(LOBBY, "ada", 1000);
        AtomicInteger members = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        Thread leaving = new Thread(() -> pictures.updateMembers(LOBBY, () -> {
            boolean empty = members.get() == 0;
            asked.countDown();
            try {
                return entered.await(10, TimeUnit.SECONDS) && empty;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        leaving.start();
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        members.incrementAndGet();
        Thread entering = new Thread(() -> pictures.updateMembers(LOBBY, () -> members.get() == 0));
        entering.start();
        entered.countDown();
        leaving.join();
        entering.join();
        pass(Duration.ofMinutes(3));
        assertTrue(has(LOBBY, id));
    }

    @Test
    void showsAPictureOnceAndForItsOwnerOnly() throws Refusal {
        UUID id = pictures.add(LOBBY, "ada", picture(1000));
        assertTrue(pictures.show(LOBBY, "eve", id).isEmpty());
        assertTrue(pictures.show(OTHER, "ada", id).isEmpty());
        assertFalse(has(OTHER, id));
        assertTrue(pictures.show(LOBBY, "ada", id).isPresent());
        assertTrue(pictures.show(LOBBY, "ada", id).isEmpty());
    }

    @Test
    void limitsThePicturesThatWaitForAMessage() throws Refusal {
        for (int number = 1; number <= 3; number++) {
            pictures.add(new RoomName("room-" + number), "eve", picture(1000));
        }
        Refusal refusal = assertThrows(Refusal.class, () -> pictures.add(OTHER, "eve", picture(1000)));
        assertEquals("too-many-pictures", refusal.event("").code());
        assertEquals(429, refusal.problem().status().code());
        pictures.add(LOBBY, "ada", picture(1000));
    }

    @Test
    void removesTheOldestPicturesThatWaitIfTheyTakeAQuarterOfTheSpace() throws Refusal {
        UUID shown = shown(LOBBY, "ada", Picture.MAX_BYTES);
        List<UUID> waiting = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            pass(Duration.ofSeconds(1));
            RoomName room = new RoomName("room-" + number % 2);
            waiting.add(pictures.add(room, "eve-" + number, picture(Picture.MAX_BYTES)));
        }
        assertTrue(has(LOBBY, shown));
        for (int number = 1; number <= 20; number++) {
            assertEquals(number > 13, has(new RoomName("room-" + number % 2), waiting.get(number - 1)), "" + number);
        }
    }

    @Test
    void keepsThePicturesInMessagesOfARoomWhoseOtherPicturesWait() throws Refusal {
        UUID first = shown(LOBBY, "ada", Picture.MAX_BYTES);
        UUID early = pictures.add(LOBBY, "bob", picture(Picture.MAX_BYTES));
        for (int number = 2; number <= 10; number++) {
            shown(LOBBY, "ada", Picture.MAX_BYTES);
        }
        assertTrue(has(LOBBY, first));
        pictures.show(LOBBY, "bob", early).orElseThrow();
        assertFalse(has(LOBBY, first));
        assertTrue(has(LOBBY, early), "uploaded early, but shown last");
    }

    @Test
    void removesTheOldestPicturesOfARoomThatHasMoreThanTenMegabytes() throws Refusal {
        List<UUID> ids = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            ids.add(shown(LOBBY, "ada", Picture.MAX_BYTES));
        }
        assertFalse(has(LOBBY, ids.get(1)));
        assertTrue(has(LOBBY, ids.get(2)));
    }

    @Test
    void removesTheOldestPicturesOfTheLargestRoomIfAllRoomsAreFull() throws Refusal {
        UUID small = shown(LOBBY, "ada", 1000);
        List<UUID> ids = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            ids.add(shown(room(number), "eve-" + number, Picture.MAX_BYTES));
        }
        assertTrue(has(LOBBY, small), "the oldest one of all, in a room with little");
        long kept = IntStream.range(0, 60)
                .filter(number -> has(room(number), ids.get(number)))
                .count();
        assertTrue(kept <= 30, "kept: " + kept);
        for (int number = 40; number < 60; number++) {
            assertTrue(has(room(number), ids.get(number)), "" + number);
        }
    }

    private static RoomName room(int number) {
        return new RoomName("room-" + number % 4);
    }

    private UUID shown(RoomName room, String owner, int bytes) throws Refusal {
        UUID id = pictures.add(room, owner, picture(bytes));
        pictures.show(room, owner, id).orElseThrow();
        return id;
    }

    private boolean has(RoomName room, UUID id) {
        return pictures.find(room, id).isPresent();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static Picture picture(int bytes) {
        return new Picture(new PictureHeader("image/png", 3, 2), new byte[bytes]);
    }
}
