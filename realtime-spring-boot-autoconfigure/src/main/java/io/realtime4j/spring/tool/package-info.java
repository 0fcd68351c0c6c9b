/**
 * Methods of beans as tools. Applications use
 * {@link io.realtime4j.spring.tool.RealtimeTool},
 * {@link io.realtime4j.spring.tool.RealtimeToolParam},
 * {@link io.realtime4j.spring.tool.RealtimeToolProvider},
 * {@link io.realtime4j.spring.tool.ToolMethodValidator} and
 * {@link io.realtime4j.spring.tool.ToolDefinitionException}, and nothing else of this
 * package.
 */
@NullMarked
package io.realtime4j.spring.tool;

import org.jspecify.annotations.NullMarked;
