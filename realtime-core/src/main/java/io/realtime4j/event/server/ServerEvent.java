package io.realtime4j.event.server;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.event.RealtimeMessage;

/**
 * Event that a server sends.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface ServerEvent extends RealtimeMessage permits ConversationCreated, ConversationItemAdded,
		ConversationItemCreated, ConversationItemDone, ConversationItemDeleted, ConversationItemRetrieved,
		ConversationItemTruncated, ConversationItemInputAudioTranscriptionCompleted,
		ConversationItemInputAudioTranscriptionDelta, ConversationItemInputAudioTranscriptionSegment,
		ConversationItemInputAudioTranscriptionFailed, ErrorEvent, InputAudioBufferCleared, InputAudioBufferCommitted,
		InputAudioBufferDtmfEventReceived, InputAudioBufferSpeechStarted, InputAudioBufferSpeechStopped,
		InputAudioBufferTimeoutTriggered, McpListToolsInProgress, McpListToolsCompleted, McpListToolsFailed,
		OutputAudioBufferStarted, OutputAudioBufferStopped, OutputAudioBufferCleared, RateLimitsUpdated,
		ResponseCreated, ResponseDone, ResponseOutputItemAdded, ResponseOutputItemDone, ResponseContentPartAdded,
		ResponseContentPartDone, ResponseOutputTextDelta, ResponseOutputTextDone, ResponseOutputAudioDelta,
		ResponseOutputAudioDone, ResponseOutputAudioTranscriptDelta, ResponseOutputAudioTranscriptDone,
		ResponseFunctionCallArgumentsDelta, ResponseFunctionCallArgumentsDone, ResponseMcpCallArgumentsDelta,
		ResponseMcpCallArgumentsDone, ResponseMcpCallInProgress, ResponseMcpCallCompleted, ResponseMcpCallFailed,
		SessionCreated, SessionUpdated, TranscriptionSessionCreated, TranscriptionSessionUpdated, UnknownServerEvent {

}
