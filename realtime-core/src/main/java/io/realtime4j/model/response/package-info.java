/**
 * Responses: the settings that they are requested with, their output, and their outcome.
 */
@NullMarked
package io.realtime4j.model.response;

import org.jspecify.annotations.NullMarked;
