/**
 * Webhooks of the service: their signatures, and the events that they carry.
 */
@NullMarked
package io.realtime4j.webhook;

import org.jspecify.annotations.NullMarked;
