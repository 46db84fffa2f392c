package io.jetalyst.example.chat;

import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;

/** A person with a browser of its own, who has entered a name. */
final class Guest {
    private final TestHttp http;
    private final TestSockets sockets;

    private Guest(TestHttp http, TestSockets sockets) {
        this.http = http;
        this.sockets = sockets;
    }

    static Guest named(String name, TestHttp http, TestSockets sockets) {
        TestHttp browser = http.withCookies();
        Guest guest = new Guest(browser, sockets.with(browser));
        guest.takeName(name);
        return guest;
    }

    /** The client with the cookies of this person. */
    TestHttp http() {
        return http;
    }

    /** Sends the form for a name. */
    void takeName(String name) {
        http.form("/chat/lobby").field("name", name).post().expect(303);
    }

    /** Opens a tab in this room. */
    TestSocket open(String room) {
        return sockets.open("/chat/" + room);
    }

    /** Opens a tab, and waits until this person has joined the room. */
    TestSocket enter(String room) {
        TestSocket socket = open(room);
        socket.await(RoomEvent.Joined.class);
        return socket;
    }
}
