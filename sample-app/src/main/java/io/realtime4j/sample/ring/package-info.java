/**
 * A recorded caller who rings the desk without a telephone, and the recording of the
 * call.
 */
@NullMarked
package io.realtime4j.sample.ring;

import org.jspecify.annotations.NullMarked;
