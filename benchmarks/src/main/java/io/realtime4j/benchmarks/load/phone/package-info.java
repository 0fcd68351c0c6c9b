/**
 * Telephone lines of a carrier, which bring calls to an application.
 */
@NullMarked
package io.realtime4j.benchmarks.load.phone;

import org.jspecify.annotations.NullMarked;
