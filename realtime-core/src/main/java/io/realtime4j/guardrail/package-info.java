/**
 * Guardrails that check responses while the model speaks, and cut them off if necessary.
 * {@link io.realtime4j.guardrail.JudgedTurns} is for what takes part in sessions of other
 * families; applications do not use that one.
 */
@NullMarked
package io.realtime4j.guardrail;

import org.jspecify.annotations.NullMarked;
