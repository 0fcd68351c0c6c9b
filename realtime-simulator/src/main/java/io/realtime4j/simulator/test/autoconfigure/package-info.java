/**
 * The simulator in the tests of a Spring Boot application.
 */
@NullMarked
package io.realtime4j.simulator.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
