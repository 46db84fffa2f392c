package io.jetalyst.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Controllers to compile. */
final class Sources {
    private static final String IMPORTS = """
            import io.jetalyst.annotation.*;
            import java.util.*;
            import java.util.concurrent.CompletionStage;

            """;

    private Sources() {}

    /** A class, and its name. */
    record Source(String name, String text) {}

    /** One class with many routes, each with a query parameter. */
    static Source wide(int routes) {
        String methods =
                IntStream.range(0, routes).mapToObj(i -> """

                            @Get("/routes/%1$d")
                            String route%1$d(@QueryParam int page) {
                                return "page " + page;
                            }
                        """.formatted(i)).collect(Collectors.joining());
        return new Source("Wide", IMPORTS + "@Controller\nclass Wide {" + methods + "}\n");
    }

    /** A controller of one line for each route, where the processor has the most to add. */
    static Source short8(int number) {
        String name = "Pages" + number;
        String methods = IntStream.range(0, 8)
                .mapToObj(i -> "    @Get(\"/pages/" + number + "/" + i + "/{id}\") String page" + i
                        + "(int id, @QueryParam String q, @QueryParam Optional<Integer> n) { return q + id + n; }\n")
                .collect(Collectors.joining());
        return new Source(name, IMPORTS + "@Controller\nclass " + name + " {\n" + methods + "}\n");
    }

    /** A controller as applications have many. */
    static Source typical(int number) {
        String name = "Rooms" + number;
        return new Source(name, IMPORTS + """
                /** Rooms of house %1$d. */
                @Controller
                @Path("/houses/%1$d")
                class Rooms%1$d {
                    record Room(UUID id, String name, int beds) {}

                    private final Map<UUID, Room> rooms;

                    Rooms%1$d(Map<UUID, Room> rooms) {
                        this.rooms = rooms;
                    }

                    @Get("/rooms")
                    List<Room> list(@QueryParam @DefaultValue("1") int page, @QueryParam Optional<String> name) {
                        return rooms.values().stream()
                                .filter(room -> name.isEmpty() || room.name().equals(name.get()))
                                .skip(20L * page)
                                .limit(20)
                                .toList();
                    }

                    @Get("/rooms/{id}")
                    Optional<Room> show(UUID id) {
                        return Optional.ofNullable(rooms.get(id));
                    }

                    @Post("/rooms")
                    Room create(@QueryParam String name, @QueryParam int beds) {
                        Room room = new Room(UUID.randomUUID(), name, beds);
                        rooms.put(room.id(), room);
                        return room;
                    }

                    @Put("/rooms/{id}")
                    Room replace(UUID id, @QueryParam String name, @QueryParam int beds) {
                        Room room = new Room(id, name, beds);
                        rooms.put(id, room);
                        return room;
                    }

                    @Patch("/rooms/{id}/name")
                    Optional<Room> rename(UUID id, @QueryParam String name) {
                        return Optional.ofNullable(rooms.computeIfPresent(id, (key, room) -> new Room(id, name, room.beds())));
                    }

                    @Delete("/rooms/{id}")
                    void delete(UUID id) {
                        rooms.remove(id);
                    }

                    @Get("/rooms/{id}/name")
                    String name(UUID id) {
                        Room room = rooms.get(id);
                        return room == null ? "none" : room.name();
                    }

                    @Get("/count")
                    String count() {
                        return Integer.toString(rooms.size());
                    }
                }
                """.formatted(number));
    }
}
