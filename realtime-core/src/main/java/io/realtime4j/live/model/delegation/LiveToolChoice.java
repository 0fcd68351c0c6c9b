package io.realtime4j.live.model.delegation;

/**
 * Choice among the tools: a mode, one tool, or some of them.
 *
 * @since 0.1.0
 */
public sealed interface LiveToolChoice
		permits LiveToolChoiceMode, LiveToolChoiceTool, LiveAllowedTools, UnknownLiveToolChoice {

}
