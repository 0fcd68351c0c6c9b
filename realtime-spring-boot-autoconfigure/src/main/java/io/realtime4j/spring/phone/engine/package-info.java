/**
 * Engine of calls over media streams, the same for every carrier. For auto-configuration
 * and the dialects of carriers; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.phone.engine;

import org.jspecify.annotations.NullMarked;
