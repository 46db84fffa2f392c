package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose annotated methods answer requests.
 *
 * <p>The processor generates one dispatch table beside the class. One instance serves all requests, from many threads at
 * once; it is made when the application starts, with the constructor's parameters looked up by type. The class has exactly
 * one constructor that is not private, and keeps no state of a request in its fields.
 *
 * <pre>{@code
 * @Controller
 * @Path("/rooms")
 * final class RoomController {
 *     private final Rooms rooms;
 *
 *     RoomController(Rooms rooms) { this.rooms = rooms; }
 *
 *     @Get("/{id}")
 *     Room show(UUID id) { return rooms.find(id); }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Controller {}
