/**
 * Credentials that change: keys and tokens that are asked for with each connection.
 * {@link io.realtime4j.spring.credential.EntraCredentials} is for auto-configuration;
 * applications do not use that one.
 */
@NullMarked
package io.realtime4j.spring.credential;

import org.jspecify.annotations.NullMarked;
