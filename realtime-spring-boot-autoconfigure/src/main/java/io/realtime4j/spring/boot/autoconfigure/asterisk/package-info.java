/**
 * Auto-configuration of calls from Asterisk.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.asterisk;

import org.jspecify.annotations.NullMarked;
