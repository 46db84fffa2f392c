package io.jetalyst.example.chat;

/** Publishes the messages of members, each of them once, and keeps their pictures. */
final class Posts {
    private static final int MESSAGES_REMEMBERED = 20_000;

    private final SeenMessages seen = new SeenMessages(MESSAGES_REMEMBERED);
    private final Pictures pictures;

    Posts(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * Publishes a text. Returns false if the room has this message already.
     *
     * @throws Refusal if the text is too long, or a reader would see nothing
     */
    boolean say(Room room, Person from, ClientMessage.Say message) throws Refusal {
        String text = MessageText.of(message.text()).text();
        if (!seen.add(room.name().text(), from.id(), message.ref())) {
            return false;
        }
        pictures.countMessage(room.name());
        room.talk().publish(new RoomEvent.Said(from, text, RoomEvent.now(), message.ref()));
        return true;
    }

    /**
     * Publishes a picture that the sender has uploaded. Returns false if the room has this message already.
     *
     * @throws Refusal if the description is too long, or there is no such picture
     */
    boolean show(Room room, Person from, ClientMessage.Show message) throws Refusal {
        String description = MessageText.description(message.description());
        PictureHeader header;
        synchronized (seen) { // a copy of this message in another tab waits until the first one is decided
            if (seen.has(room.name().text(), from.id(), message.ref())) {
                return false;
            }
            header = pictures.show(room.name(), from.id(), message.picture())
                    .orElseThrow(() -> Refusal.of(
                            "no-picture", "The server does not have this picture any more. Choose it again."))
                    .header();
            seen.add(room.name().text(), from.id(), message.ref()); // not before: a refused message was not shown
        }
        room.talk()
                .publish(new RoomEvent.Shown(
                        from,
                        message.picture(),
                        header.width(),
                        header.height(),
                        description,
                        RoomEvent.now(),
                        message.ref()));
        return true;
    }

    /** Notes that members entered or left: the pictures of an empty room are forgotten like its history. */
    void updateMembers(Room room, Rooms rooms) {
        pictures.updateMembers(room.name(), () -> rooms.isEmpty(room.name()));
    }
}
