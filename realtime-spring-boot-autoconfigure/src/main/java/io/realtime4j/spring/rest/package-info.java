/**
 * Client for the HTTP endpoints of the service: ephemeral keys for browsers, and calls by
 * WebRTC and SIP.
 */
@NullMarked
package io.realtime4j.spring.rest;

import org.jspecify.annotations.NullMarked;
