/**
 * Auto-configuration of the tools that the model may call, with the tools of Spring AI.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.tool;

import org.jspecify.annotations.NullMarked;
