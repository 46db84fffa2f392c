/** Neutral facts about source code; nothing here knows the compiler or what a route is. */
@NullMarked
package io.jetalyst.processor.decl;

import org.jspecify.annotations.NullMarked;
