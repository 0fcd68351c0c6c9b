package io.realtime4j.live.codec;

import java.util.List;

import io.realtime4j.codec.Union;
import io.realtime4j.live.model.answer.ChoiceAnswer;
import io.realtime4j.live.model.answer.DecisionAnswer;
import io.realtime4j.live.model.answer.DecisionCompleted;
import io.realtime4j.live.model.answer.DecisionResult;
import io.realtime4j.live.model.answer.PredicateAnswer;
import io.realtime4j.live.model.answer.RefusalAnswer;
import io.realtime4j.live.model.answer.ScoreAnswer;
import io.realtime4j.live.model.answer.UnknownDecisionAnswer;
import io.realtime4j.live.model.answer.UnknownDecisionResult;
import io.realtime4j.live.model.audio.BuiltInVoice;
import io.realtime4j.live.model.audio.LiveCustomVoice;
import io.realtime4j.live.model.audio.LiveVoice;
import io.realtime4j.live.model.audio.UnknownLiveVoice;
import io.realtime4j.live.model.content.DecisionContent;
import io.realtime4j.live.model.content.DecisionInputImage;
import io.realtime4j.live.model.content.DecisionInputJson;
import io.realtime4j.live.model.content.DecisionInputText;
import io.realtime4j.live.model.content.DecisionOutputText;
import io.realtime4j.live.model.content.DecisionPart;
import io.realtime4j.live.model.content.DecisionParts;
import io.realtime4j.live.model.content.DecisionRefusal;
import io.realtime4j.live.model.content.DecisionText;
import io.realtime4j.live.model.content.UnknownDecisionContent;
import io.realtime4j.live.model.content.UnknownDecisionPart;
import io.realtime4j.live.model.decision.ChoiceQuestion;
import io.realtime4j.live.model.decision.DecisionCustomToolCall;
import io.realtime4j.live.model.decision.DecisionCustomToolCallOutput;
import io.realtime4j.live.model.decision.DecisionFunctionCall;
import io.realtime4j.live.model.decision.DecisionFunctionCallOutput;
import io.realtime4j.live.model.decision.DecisionItem;
import io.realtime4j.live.model.decision.DecisionMessage;
import io.realtime4j.live.model.decision.DecisionQuestion;
import io.realtime4j.live.model.decision.PredicateQuestion;
import io.realtime4j.live.model.decision.ScoreQuestion;
import io.realtime4j.live.model.decision.UnknownDecisionItem;
import io.realtime4j.live.model.decision.UnknownDecisionQuestion;
import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.delegation.DecisionsDelegation;
import io.realtime4j.live.model.delegation.DelegationSettings;
import io.realtime4j.live.model.delegation.LiveAllowedTools;
import io.realtime4j.live.model.delegation.LiveFunctionTool;
import io.realtime4j.live.model.delegation.LiveTool;
import io.realtime4j.live.model.delegation.LiveToolChoice;
import io.realtime4j.live.model.delegation.LiveToolChoiceMode;
import io.realtime4j.live.model.delegation.LiveToolChoiceTool;
import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.model.delegation.TypedTool;
import io.realtime4j.live.model.delegation.UnknownDelegation;
import io.realtime4j.live.model.delegation.UnknownLiveTool;
import io.realtime4j.live.model.delegation.UnknownLiveToolChoice;
import io.realtime4j.live.model.response.ContentOutput;
import io.realtime4j.live.model.response.FunctionCall;
import io.realtime4j.live.model.response.FunctionCallOutput;
import io.realtime4j.live.model.response.NestedFunctionCallArgumentsDelta;
import io.realtime4j.live.model.response.NestedFunctionCallArgumentsDone;
import io.realtime4j.live.model.response.NestedOutputItemAdded;
import io.realtime4j.live.model.response.NestedOutputItemDone;
import io.realtime4j.live.model.response.NestedResponseCompleted;
import io.realtime4j.live.model.response.NestedResponseCreated;
import io.realtime4j.live.model.response.NestedResponseFailed;
import io.realtime4j.live.model.response.NestedResponseIncomplete;
import io.realtime4j.live.model.response.OtherResponseItem;
import io.realtime4j.live.model.response.OtherResponseStreamEvent;
import io.realtime4j.live.model.response.ResponseItem;
import io.realtime4j.live.model.response.ResponseStreamEvent;
import io.realtime4j.live.model.response.TextOutput;
import io.realtime4j.live.model.response.ToolOutput;
import io.realtime4j.live.model.session.AllowedEvents;
import io.realtime4j.live.model.session.AllowedEventsMode;
import io.realtime4j.live.model.session.EventSelectors;
import io.realtime4j.live.model.session.EventTypes;
import io.realtime4j.live.model.session.InitialItem;
import io.realtime4j.live.model.session.InitialMessage;
import io.realtime4j.live.model.session.ServerEventSelector;
import io.realtime4j.live.model.session.UnknownAllowedEvents;
import io.realtime4j.live.model.session.UnknownInitialItem;
import io.realtime4j.live.model.transport.LiveTransport;
import io.realtime4j.live.model.transport.SipTransport;
import io.realtime4j.live.model.transport.UnknownLiveTransport;
import io.realtime4j.live.model.transport.WebRtcTransport;

/**
 * The unions of the model of this family and how the wire tells their variants apart.
 */
final class LiveUnions {

	static final List<Union<?>> ALL = List.of(voices(), allowedEvents(), initialItems(), delegations(), tools(),
			toolChoices(), contents(), parts(), questions(), decisionItems(), results(), answers(), responseItems(),
			outputs(), responseEvents(), transports());

	private LiveUnions() {
	}

	private static Union<LiveVoice> voices() {
		return Union.of(LiveVoice.class, UnknownLiveVoice::new).text(BuiltInVoice::new).untyped(LiveCustomVoice.class);
	}

	private static Union<AllowedEvents> allowedEvents() {
		return Union.of(AllowedEvents.class, UnknownAllowedEvents::new)
			.text(AllowedEventsMode::new)
			.array(EventTypes::new)
			.elements(ServerEventSelector.class, EventSelectors::new);
	}

	private static Union<InitialItem> initialItems() {
		return Union.of(InitialItem.class, UnknownInitialItem::new)
			.variant("message/developer", InitialMessage.class)
			.variant("message/user", InitialMessage.class)
			.variant("message/assistant", InitialMessage.class)
			.untyped(InitialMessage.class);
	}

	private static Union<DelegationSettings> delegations() {
		return Union.of(DelegationSettings.class, UnknownDelegation::new)
			.variant("client", ClientDelegation.class)
			.variant("responses", ResponsesDelegation.class)
			.variant("decisions", DecisionsDelegation.class);
	}

	private static Union<LiveTool> tools() {
		return Union.of(LiveTool.class, UnknownLiveTool::new)
			.variant("function", LiveFunctionTool.class)
			.anyType(TypedTool.class, "type");
	}

	private static Union<LiveToolChoice> toolChoices() {
		return Union.of(LiveToolChoice.class, UnknownLiveToolChoice::new)
			.text(LiveToolChoiceMode::new)
			.variant("allowed_tools", LiveAllowedTools.class)
			.anyType(LiveToolChoiceTool.class, "type");
	}

	private static Union<DecisionContent> contents() {
		return Union.of(DecisionContent.class, UnknownDecisionContent::new)
			.text(DecisionText::new)
			.elements(DecisionPart.class, DecisionParts::new);
	}

	private static Union<DecisionPart> parts() {
		return Union.of(DecisionPart.class, UnknownDecisionPart::new)
			.variant("input_text", DecisionInputText.class)
			.variant("input_image", DecisionInputImage.class)
			.variant("input_json", DecisionInputJson.class)
			.variant("output_text", DecisionOutputText.class)
			.variant("refusal", DecisionRefusal.class);
	}

	private static Union<DecisionQuestion> questions() {
		return Union.of(DecisionQuestion.class, UnknownDecisionQuestion::new)
			.variant("choice", ChoiceQuestion.class)
			.variant("predicate", PredicateQuestion.class)
			.variant("score", ScoreQuestion.class);
	}

	private static Union<DecisionItem> decisionItems() {
		return Union.of(DecisionItem.class, UnknownDecisionItem::new)
			.variant("message/user", DecisionMessage.class)
			.variant("message/developer", DecisionMessage.class)
			.variant("message/system", DecisionMessage.class)
			.variant("message/assistant", DecisionMessage.class)
			.untyped(DecisionMessage.class)
			.variant("function_call", DecisionFunctionCall.class)
			.variant("function_call_output", DecisionFunctionCallOutput.class)
			.variant("custom_tool_call", DecisionCustomToolCall.class)
			.variant("custom_tool_call_output", DecisionCustomToolCallOutput.class);
	}

	private static Union<DecisionResult> results() {
		return Union.of(DecisionResult.class, UnknownDecisionResult::new)
			.variant("decision.completed", DecisionCompleted.class);
	}

	private static Union<DecisionAnswer> answers() {
		return Union.of(DecisionAnswer.class, UnknownDecisionAnswer::new)
			.variant("choice", ChoiceAnswer.class)
			.variant("predicate", PredicateAnswer.class)
			.variant("score", ScoreAnswer.class)
			.variant("refusal", RefusalAnswer.class);
	}

	private static Union<ResponseItem> responseItems() {
		return Union.of(ResponseItem.class, OtherResponseItem::new)
			.variant("function_call", FunctionCall.class)
			.variant("function_call_output", FunctionCallOutput.class);
	}

	private static Union<ToolOutput> outputs() {
		return Union.of(ToolOutput.class, ContentOutput::new).text(TextOutput::new);
	}

	private static Union<ResponseStreamEvent> responseEvents() {
		return Union.of(ResponseStreamEvent.class, OtherResponseStreamEvent::new)
			.variant("response.created", NestedResponseCreated.class)
			.variant("response.completed", NestedResponseCompleted.class)
			.variant("response.failed", NestedResponseFailed.class)
			.variant("response.incomplete", NestedResponseIncomplete.class)
			.variant("response.output_item.added", NestedOutputItemAdded.class)
			.variant("response.output_item.done", NestedOutputItemDone.class)
			.variant("response.function_call_arguments.delta", NestedFunctionCallArgumentsDelta.class)
			.variant("response.function_call_arguments.done", NestedFunctionCallArgumentsDone.class);
	}

	private static Union<LiveTransport> transports() {
		return Union.of(LiveTransport.class, UnknownLiveTransport::new)
			.variant("webrtc", WebRtcTransport.class)
			.variant("sip", SipTransport.class);
	}

}
