/**
 * Tests of events for other systems with a broker.
 */
@NullMarked
package io.realtime4j.external;

import org.jspecify.annotations.NullMarked;
