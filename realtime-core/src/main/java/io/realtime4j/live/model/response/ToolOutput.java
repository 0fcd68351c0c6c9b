package io.realtime4j.live.model.response;

/**
 * Output of a function: a text, or content of other kinds.
 *
 * @since 0.1.0
 */
public sealed interface ToolOutput permits TextOutput, ContentOutput {

}
