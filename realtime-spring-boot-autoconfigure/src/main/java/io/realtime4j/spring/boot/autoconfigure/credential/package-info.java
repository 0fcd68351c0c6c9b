/**
 * Auto-configuration of credentials that change.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.credential;

import org.jspecify.annotations.NullMarked;
