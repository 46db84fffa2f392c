/** The contract of JSON codecs. */
@NullMarked
package io.jetalyst.contract.codec;

import org.jspecify.annotations.NullMarked;
