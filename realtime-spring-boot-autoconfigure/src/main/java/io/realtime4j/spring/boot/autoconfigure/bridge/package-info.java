/**
 * Auto-configuration of the bridge for pages, with the properties
 * {@code realtime.bridge.*}.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.bridge;

import org.jspecify.annotations.NullMarked;
