/**
 * Auto-configuration of events for other systems.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.external;

import org.jspecify.annotations.NullMarked;
