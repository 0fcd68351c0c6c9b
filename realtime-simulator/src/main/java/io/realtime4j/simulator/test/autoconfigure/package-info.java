/**
 * Auto-configuration of the simulator in the tests of an application.
 */
@NullMarked
package io.realtime4j.simulator.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
