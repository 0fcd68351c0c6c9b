/**
 * Speed of the codec, side by side with other clients.
 */
@NullMarked
package io.realtime4j.benchmarks;

import org.jspecify.annotations.NullMarked;
