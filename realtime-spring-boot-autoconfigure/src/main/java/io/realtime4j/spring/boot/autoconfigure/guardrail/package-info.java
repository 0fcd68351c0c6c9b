/**
 * Auto-configuration of guardrails.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.guardrail;

import org.jspecify.annotations.NullMarked;
