package io.realtime4j.spring.observation;

/**
 * Attributes of observations that have a name in the semantic conventions for generative
 * AI.
 *
 * @since 0.1.0
 */
public enum GenAiAttribute {

	/**
	 * The operation: {@code chat} for a response, {@code execute_tool} for a tool.
	 */
	OPERATION_NAME,

	/**
	 * The provider, such as {@code openai}.
	 */
	PROVIDER,

	/**
	 * The model of the session.
	 */
	REQUEST_MODEL,

	/**
	 * The id of the response.
	 */
	RESPONSE_ID,

	/**
	 * How the response ended.
	 */
	RESPONSE_FINISH_REASON,

	/**
	 * Seconds until the first piece of the response.
	 */
	RESPONSE_TIME_TO_FIRST_CHUNK,

	/**
	 * The id that the service gives the conversation.
	 */
	CONVERSATION_ID,

	/**
	 * The type of the answer: {@code speech} or {@code text}.
	 */
	OUTPUT_TYPE,

	/**
	 * Input tokens, cached ones included.
	 */
	USAGE_INPUT_TOKENS,

	/**
	 * Those of the input tokens that were cached.
	 */
	USAGE_CACHED_INPUT_TOKENS,

	/**
	 * Output tokens.
	 */
	USAGE_OUTPUT_TOKENS,

	/**
	 * All tokens.
	 */
	USAGE_TOTAL_TOKENS,

	/**
	 * Input tokens of audio.
	 */
	USAGE_AUDIO_INPUT_TOKENS,

	/**
	 * Output tokens of audio.
	 */
	USAGE_AUDIO_OUTPUT_TOKENS,

	/**
	 * The text of the answer, which is content.
	 */
	OUTPUT_MESSAGES,

	/**
	 * The kind of operation by which Spring AI tells its observations apart.
	 */
	KIND,

	/**
	 * The name of the tool.
	 */
	TOOL_NAME,

	/**
	 * The id of the call.
	 */
	TOOL_CALL_ID,

	/**
	 * The arguments of the call, which are content.
	 */
	TOOL_CALL_ARGUMENTS,

	/**
	 * The result of the call, which is content.
	 */
	TOOL_CALL_RESULT

}
