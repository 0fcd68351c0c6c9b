/**
 * Auto-configuration of calls from Vonage.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.vonage;

import org.jspecify.annotations.NullMarked;
