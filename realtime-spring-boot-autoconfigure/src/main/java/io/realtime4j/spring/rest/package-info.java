/**
 * Client for the HTTP endpoints of the service: ephemeral keys for browsers, and calls by
 * WebRTC and SIP. {@link io.realtime4j.spring.rest.HangUps} is for whoever holds calls;
 * applications do not use that one.
 */
@NullMarked
package io.realtime4j.spring.rest;

import org.jspecify.annotations.NullMarked;
