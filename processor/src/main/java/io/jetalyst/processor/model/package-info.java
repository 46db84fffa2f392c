/** What a controller means. */
@NullMarked
package io.jetalyst.processor.model;

import org.jspecify.annotations.NullMarked;
