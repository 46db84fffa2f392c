/** A chat with rooms. Each room is a page and a socket on one path. */
@NullMarked
package io.jetalyst.example.chat;

import org.jspecify.annotations.NullMarked;
