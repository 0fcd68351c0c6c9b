/**
 * Applications that answer the phone.
 */
@NullMarked
package io.realtime4j.simulator.phone;

import org.jspecify.annotations.NullMarked;
