package io.realtime4j.live.model.content;

/**
 * Content that decisions are made from: a text, or several parts.
 *
 * @since 0.1.0
 */
public sealed interface DecisionContent permits DecisionText, DecisionParts, UnknownDecisionContent {

}
