/**
 * The HTTP endpoints of the service beside its sessions: ephemeral keys for browsers, and
 * calls by WebRTC and SIP.
 */
@NullMarked
package io.realtime4j.spring.rest;

import org.jspecify.annotations.NullMarked;
