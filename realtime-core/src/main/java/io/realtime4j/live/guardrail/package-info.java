/**
 * Guardrails of live sessions.
 */
@NullMarked
package io.realtime4j.live.guardrail;

import org.jspecify.annotations.NullMarked;
