/**
 * The simulator in a Spring Boot application that has no realtime service to talk to.
 */
@NullMarked
package io.realtime4j.simulator.autoconfigure;

import org.jspecify.annotations.NullMarked;
