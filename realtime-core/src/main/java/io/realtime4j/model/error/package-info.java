/**
 * What went wrong, as the server says it.
 */
@NullMarked
package io.realtime4j.model.error;

import org.jspecify.annotations.NullMarked;
