/**
 * Auto-configuration of the guardrails that check what the model says.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.guardrail;

import org.jspecify.annotations.NullMarked;
