package io.realtime4j.codec;

import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.ConversationItemRetrieve;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.InputAudioBufferClear;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.event.client.OutputAudioBufferClear;
import io.realtime4j.event.client.ResponseCancel;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.TranscriptionSessionUpdate;
import io.realtime4j.event.server.ConversationCreated;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDeleted;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionDelta;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionSegment;
import io.realtime4j.event.server.ConversationItemRetrieved;
import io.realtime4j.event.server.ConversationItemTruncated;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.InputAudioBufferCleared;
import io.realtime4j.event.server.InputAudioBufferCommitted;
import io.realtime4j.event.server.InputAudioBufferDtmfEventReceived;
import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.event.server.InputAudioBufferTimeoutTriggered;
import io.realtime4j.event.server.McpListToolsCompleted;
import io.realtime4j.event.server.McpListToolsFailed;
import io.realtime4j.event.server.McpListToolsInProgress;
import io.realtime4j.event.server.OutputAudioBufferCleared;
import io.realtime4j.event.server.OutputAudioBufferStarted;
import io.realtime4j.event.server.OutputAudioBufferStopped;
import io.realtime4j.event.server.RateLimitsUpdated;
import io.realtime4j.event.server.ResponseContentPartAdded;
import io.realtime4j.event.server.ResponseContentPartDone;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseFunctionCallArgumentsDelta;
import io.realtime4j.event.server.ResponseFunctionCallArgumentsDone;
import io.realtime4j.event.server.ResponseMcpCallArgumentsDelta;
import io.realtime4j.event.server.ResponseMcpCallArgumentsDone;
import io.realtime4j.event.server.ResponseMcpCallCompleted;
import io.realtime4j.event.server.ResponseMcpCallFailed;
import io.realtime4j.event.server.ResponseMcpCallInProgress;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioDone;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import io.realtime4j.event.server.ResponseOutputItemAdded;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ResponseOutputTextDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.event.server.TranscriptionSessionUpdated;

/**
 * The record of each event by its wire type, beta names included.
 */
final class EventTypes {

	static final Map<String, Class<? extends ClientEvent>> CLIENT = Map.ofEntries(
			Map.entry("conversation.item.create", ConversationItemCreate.class),
			Map.entry("conversation.item.delete", ConversationItemDelete.class),
			Map.entry("conversation.item.retrieve", ConversationItemRetrieve.class),
			Map.entry("conversation.item.truncate", ConversationItemTruncate.class),
			Map.entry("input_audio_buffer.append", InputAudioBufferAppend.class),
			Map.entry("input_audio_buffer.clear", InputAudioBufferClear.class),
			Map.entry("input_audio_buffer.commit", InputAudioBufferCommit.class),
			Map.entry("output_audio_buffer.clear", OutputAudioBufferClear.class),
			Map.entry("response.cancel", ResponseCancel.class), Map.entry("response.create", ResponseCreate.class),
			Map.entry("session.update", SessionUpdate.class),
			Map.entry("transcription_session.update", TranscriptionSessionUpdate.class));

	static final Map<String, Class<? extends ServerEvent>> SERVER = withBetaNames(Map.ofEntries(
			Map.entry("conversation.created", ConversationCreated.class),
			Map.entry("conversation.item.added", ConversationItemAdded.class),
			Map.entry("conversation.item.created", ConversationItemCreated.class),
			Map.entry("conversation.item.done", ConversationItemDone.class),
			Map.entry("conversation.item.deleted", ConversationItemDeleted.class),
			Map.entry("conversation.item.retrieved", ConversationItemRetrieved.class),
			Map.entry("conversation.item.truncated", ConversationItemTruncated.class),
			Map.entry("conversation.item.input_audio_transcription.completed",
					ConversationItemInputAudioTranscriptionCompleted.class),
			Map.entry("conversation.item.input_audio_transcription.delta",
					ConversationItemInputAudioTranscriptionDelta.class),
			Map.entry("conversation.item.input_audio_transcription.segment",
					ConversationItemInputAudioTranscriptionSegment.class),
			Map.entry("conversation.item.input_audio_transcription.failed",
					ConversationItemInputAudioTranscriptionFailed.class),
			Map.entry("error", ErrorEvent.class),
			Map.entry("input_audio_buffer.cleared", InputAudioBufferCleared.class),
			Map.entry("input_audio_buffer.committed", InputAudioBufferCommitted.class),
			Map.entry("input_audio_buffer.dtmf_event_received", InputAudioBufferDtmfEventReceived.class),
			Map.entry("input_audio_buffer.speech_started", InputAudioBufferSpeechStarted.class),
			Map.entry("input_audio_buffer.speech_stopped", InputAudioBufferSpeechStopped.class),
			Map.entry("input_audio_buffer.timeout_triggered", InputAudioBufferTimeoutTriggered.class),
			Map.entry("mcp_list_tools.in_progress", McpListToolsInProgress.class),
			Map.entry("mcp_list_tools.completed", McpListToolsCompleted.class),
			Map.entry("mcp_list_tools.failed", McpListToolsFailed.class),
			Map.entry("output_audio_buffer.started", OutputAudioBufferStarted.class),
			Map.entry("output_audio_buffer.stopped", OutputAudioBufferStopped.class),
			Map.entry("output_audio_buffer.cleared", OutputAudioBufferCleared.class),
			Map.entry("rate_limits.updated", RateLimitsUpdated.class),
			Map.entry("response.created", ResponseCreated.class), Map.entry("response.done", ResponseDone.class),
			Map.entry("response.output_item.added", ResponseOutputItemAdded.class),
			Map.entry("response.output_item.done", ResponseOutputItemDone.class),
			Map.entry("response.content_part.added", ResponseContentPartAdded.class),
			Map.entry("response.content_part.done", ResponseContentPartDone.class),
			Map.entry("response.output_text.delta", ResponseOutputTextDelta.class),
			Map.entry("response.output_text.done", ResponseOutputTextDone.class),
			Map.entry("response.output_audio.delta", ResponseOutputAudioDelta.class),
			Map.entry("response.output_audio.done", ResponseOutputAudioDone.class),
			Map.entry("response.output_audio_transcript.delta", ResponseOutputAudioTranscriptDelta.class),
			Map.entry("response.output_audio_transcript.done", ResponseOutputAudioTranscriptDone.class),
			Map.entry("response.function_call_arguments.delta", ResponseFunctionCallArgumentsDelta.class),
			Map.entry("response.function_call_arguments.done", ResponseFunctionCallArgumentsDone.class),
			Map.entry("response.mcp_call_arguments.delta", ResponseMcpCallArgumentsDelta.class),
			Map.entry("response.mcp_call_arguments.done", ResponseMcpCallArgumentsDone.class),
			Map.entry("response.mcp_call.in_progress", ResponseMcpCallInProgress.class),
			Map.entry("response.mcp_call.completed", ResponseMcpCallCompleted.class),
			Map.entry("response.mcp_call.failed", ResponseMcpCallFailed.class),
			Map.entry("session.created", SessionCreated.class), Map.entry("session.updated", SessionUpdated.class),
			Map.entry("transcription_session.created", TranscriptionSessionCreated.class),
			Map.entry("transcription_session.updated", TranscriptionSessionUpdated.class)));

	private EventTypes() {
	}

	private static Map<String, Class<? extends ServerEvent>> withBetaNames(
			Map<String, Class<? extends ServerEvent>> events) {
		Map<String, Class<? extends ServerEvent>> all = new LinkedHashMap<>(events);
		BetaDialect.NAMES.forEach((name, betaName) -> {
			Class<? extends ServerEvent> event = events.get(name);
			if (event != null) {
				all.put(betaName, event);
			}
		});
		return Map.copyOf(all);
	}

}
