/**
 * The front desk of a small restaurant, which is reached by voice and by text.
 */
@NullMarked
package io.realtime4j.sample;

import org.jspecify.annotations.NullMarked;
