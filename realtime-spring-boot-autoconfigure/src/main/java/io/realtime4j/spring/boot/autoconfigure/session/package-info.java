/**
 * Properties {@code realtime.session.*} and their mapping to the settings of a session.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.session;

import org.jspecify.annotations.NullMarked;
