/**
 * Errors as the server describes them.
 */
@NullMarked
package io.realtime4j.model.error;

import org.jspecify.annotations.NullMarked;
