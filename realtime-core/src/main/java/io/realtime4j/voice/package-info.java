/**
 * Interceptor that plays the model's speech and lets it be interrupted.
 */
@NullMarked
package io.realtime4j.voice;

import org.jspecify.annotations.NullMarked;
