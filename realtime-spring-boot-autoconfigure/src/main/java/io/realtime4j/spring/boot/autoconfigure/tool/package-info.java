/**
 * Auto-configuration of tools, with the tools of Spring AI.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.tool;

import org.jspecify.annotations.NullMarked;
