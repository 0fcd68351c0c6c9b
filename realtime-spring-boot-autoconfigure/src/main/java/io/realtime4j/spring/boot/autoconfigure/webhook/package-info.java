/**
 * Auto-configuration of the endpoint for webhooks.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.webhook;

import org.jspecify.annotations.NullMarked;
