/**
 * Auto-configuration of the client of the HTTP endpoints.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.rest;

import org.jspecify.annotations.NullMarked;
