/**
 * Endpoint that takes webhooks, and publishes those of the service as application events.
 */
@NullMarked
package io.realtime4j.spring.webhook;

import org.jspecify.annotations.NullMarked;
