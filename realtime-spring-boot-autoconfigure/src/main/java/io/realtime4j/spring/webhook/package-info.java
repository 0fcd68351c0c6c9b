/**
 * Endpoint that takes the webhooks of the service, and publishes them as application
 * events.
 */
@NullMarked
package io.realtime4j.spring.webhook;

import org.jspecify.annotations.NullMarked;
