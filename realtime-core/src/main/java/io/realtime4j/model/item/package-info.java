/**
 * Items of the conversation: messages, function calls and their outputs, and calls of
 * hosted MCP servers.
 */
@NullMarked
package io.realtime4j.model.item;

import org.jspecify.annotations.NullMarked;
