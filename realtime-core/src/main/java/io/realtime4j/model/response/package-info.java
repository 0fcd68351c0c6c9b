/**
 * What a response is asked to be, and what became of it.
 */
@NullMarked
package io.realtime4j.model.response;

import org.jspecify.annotations.NullMarked;
