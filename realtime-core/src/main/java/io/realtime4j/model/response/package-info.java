/**
 * Responses: their settings, output and outcome.
 */
@NullMarked
package io.realtime4j.model.response;

import org.jspecify.annotations.NullMarked;
