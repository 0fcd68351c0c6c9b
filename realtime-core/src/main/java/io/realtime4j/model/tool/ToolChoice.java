package io.realtime4j.model.tool;

/**
 * Choice among the tools: a mode, or one tool.
 *
 * @since 0.1.0
 */
public sealed interface ToolChoice permits ToolChoiceMode, ToolChoiceFunction, ToolChoiceMcp, UnknownToolChoice {

}
