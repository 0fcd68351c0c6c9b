/**
 * Guardrails that judge a response while the model speaks, and cut it off where they
 * must.
 */
@NullMarked
package io.realtime4j.guardrail;

import org.jspecify.annotations.NullMarked;
