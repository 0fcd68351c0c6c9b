package io.realtime4j.live.model.response;

/**
 * An item of a response of the Responses API.
 *
 * @since 0.1.0
 */
public sealed interface ResponseItem permits FunctionCall, FunctionCallOutput, OtherResponseItem {

}
