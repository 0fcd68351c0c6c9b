/**
 * What the model says is judged as it says it, and cut off where it must not be said.
 */
@NullMarked
package io.realtime4j.guardrail;

import org.jspecify.annotations.NullMarked;
