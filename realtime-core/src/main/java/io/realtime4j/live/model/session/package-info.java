/**
 * The settings of a live session, and what it starts with.
 */
@NullMarked
package io.realtime4j.live.model.session;

import org.jspecify.annotations.NullMarked;
