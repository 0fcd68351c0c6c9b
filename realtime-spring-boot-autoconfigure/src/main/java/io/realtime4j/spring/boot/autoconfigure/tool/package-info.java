/**
 * Auto-configuration of tools, with the tools of Spring AI.
 * {@link io.realtime4j.spring.boot.autoconfigure.tool.LateTools} is for other
 * auto-configuration; applications do not use that one.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.tool;

import org.jspecify.annotations.NullMarked;
