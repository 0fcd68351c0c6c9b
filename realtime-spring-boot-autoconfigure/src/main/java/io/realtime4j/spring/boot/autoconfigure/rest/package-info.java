/**
 * Auto-configuration of the client for the HTTP endpoints.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.rest;

import org.jspecify.annotations.NullMarked;
