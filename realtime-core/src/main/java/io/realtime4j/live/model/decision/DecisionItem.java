package io.realtime4j.live.model.decision;

/**
 * An item that decisions are made from.
 *
 * @since 0.1.0
 */
public sealed interface DecisionItem permits DecisionMessage, DecisionFunctionCall, DecisionFunctionCallOutput,
		DecisionCustomToolCall, DecisionCustomToolCallOutput, UnknownDecisionItem {

}
