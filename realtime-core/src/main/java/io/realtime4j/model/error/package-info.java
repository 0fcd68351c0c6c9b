/**
 * Errors that a server reports.
 */
@NullMarked
package io.realtime4j.model.error;

import org.jspecify.annotations.NullMarked;
