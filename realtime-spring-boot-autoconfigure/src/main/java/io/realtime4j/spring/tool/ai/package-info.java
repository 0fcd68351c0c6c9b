/**
 * Tools and chat memory of Spring AI. For auto-configuration; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.tool.ai;

import org.jspecify.annotations.NullMarked;
