/**
 * The ways in which audio reaches a session that is created over HTTP.
 */
@NullMarked
package io.realtime4j.live.model.transport;

import org.jspecify.annotations.NullMarked;
