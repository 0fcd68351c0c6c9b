/**
 * Auto-configuration of what sessions use and cost.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.usage;

import org.jspecify.annotations.NullMarked;
