package io.realtime4j.model.prompt;

/**
 * Value of a variable of a stored prompt.
 *
 * @since 0.1.0
 */
public sealed interface PromptVariable
		permits PromptString, PromptText, PromptImage, PromptFile, UnknownPromptVariable {

}
