/**
 * Auto-configuration of realtime sessions.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
