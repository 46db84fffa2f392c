/** Views are pages that a template engine renders; an extension adapts the engine. */
@NullMarked
package io.jetalyst.view;

import org.jspecify.annotations.NullMarked;
