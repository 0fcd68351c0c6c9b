/**
 * Auto-configuration of the contexts that listeners and tools run in.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.context;

import org.jspecify.annotations.NullMarked;
