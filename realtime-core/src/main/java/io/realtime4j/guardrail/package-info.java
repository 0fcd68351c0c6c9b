/**
 * Guardrails that check responses while the model speaks, and cut them off if necessary.
 */
@NullMarked
package io.realtime4j.guardrail;

import org.jspecify.annotations.NullMarked;
