package io.jetalyst.example.chat;

/**
 * How much of the server strangers may take.
 *
 * @param rooms at one time
 * @param seats in each room, one for each session
 */
record Limits(int rooms, int seats) {
    static final Limits DEFAULT = new Limits(1000, 500);
}
