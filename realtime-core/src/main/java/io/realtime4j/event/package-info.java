/**
 * The events of the protocol. There is one record for each meaning, whatever the dialect
 * calls it: the older beta protocol has other names for some, and both decode to the same
 * record. These are the events of the beta protocol and their records:
 *
 * <table>
 * <caption>Events of the beta protocol</caption>
 * <tr>
 * <th>Wire type in beta</th>
 * <th>Record</th>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.create}</td>
 * <td>{@link io.realtime4j.event.client.ConversationItemCreate}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.delete}</td>
 * <td>{@link io.realtime4j.event.client.ConversationItemDelete}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.retrieve}</td>
 * <td>{@link io.realtime4j.event.client.ConversationItemRetrieve}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.truncate}</td>
 * <td>{@link io.realtime4j.event.client.ConversationItemTruncate}</td>
 * </tr>
 * <tr>
 * <td>{@code input_audio_buffer.append}</td>
 * <td>{@link io.realtime4j.event.client.InputAudioBufferAppend}</td>
 * </tr>
 * <tr>
 * <td>{@code input_audio_buffer.clear}</td>
 * <td>{@link io.realtime4j.event.client.InputAudioBufferClear}</td>
 * </tr>
 * <tr>
 * <td>{@code input_audio_buffer.commit}</td>
 * <td>{@link io.realtime4j.event.client.InputAudioBufferCommit}</td>
 * </tr>
 * <tr>
 * <td>{@code response.cancel}</td>
 * <td>{@link io.realtime4j.event.client.ResponseCancel}</td>
 * </tr>
 * <tr>
 * <td>{@code response.create}</td>
 * <td>{@link io.realtime4j.event.client.ResponseCreate}</td>
 * </tr>
 * <tr>
 * <td>{@code session.update}</td>
 * <td>{@link io.realtime4j.event.client.SessionUpdate}</td>
 * </tr>
 * <tr>
 * <td>{@code transcription_session.update}</td>
 * <td>{@link io.realtime4j.event.client.TranscriptionSessionUpdate}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.created}</td>
 * <td>{@link io.realtime4j.event.server.ConversationCreated}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.created}</td>
 * <td>{@link io.realtime4j.event.server.ConversationItemCreated}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.deleted}</td>
 * <td>{@link io.realtime4j.event.server.ConversationItemDeleted}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.input_audio_transcription.completed}</td>
 * <td>{@link io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.input_audio_transcription.delta}</td>
 * <td>{@link io.realtime4j.event.server.ConversationItemInputAudioTranscriptionDelta}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.input_audio_transcription.failed}</td>
 * <td>{@link io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.retrieved}</td>
 * <td>{@link io.realtime4j.event.server.ConversationItemRetrieved}</td>
 * </tr>
 * <tr>
 * <td>{@code conversation.item.truncated}</td>
 * <td>{@link io.realtime4j.event.server.ConversationItemTruncated}</td>
 * </tr>
 * <tr>
 * <td>{@code error}</td>
 * <td>{@link io.realtime4j.event.server.ErrorEvent}</td>
 * </tr>
 * <tr>
 * <td>{@code input_audio_buffer.cleared}</td>
 * <td>{@link io.realtime4j.event.server.InputAudioBufferCleared}</td>
 * </tr>
 * <tr>
 * <td>{@code input_audio_buffer.committed}</td>
 * <td>{@link io.realtime4j.event.server.InputAudioBufferCommitted}</td>
 * </tr>
 * <tr>
 * <td>{@code input_audio_buffer.speech_started}</td>
 * <td>{@link io.realtime4j.event.server.InputAudioBufferSpeechStarted}</td>
 * </tr>
 * <tr>
 * <td>{@code input_audio_buffer.speech_stopped}</td>
 * <td>{@link io.realtime4j.event.server.InputAudioBufferSpeechStopped}</td>
 * </tr>
 * <tr>
 * <td>{@code rate_limits.updated}</td>
 * <td>{@link io.realtime4j.event.server.RateLimitsUpdated}</td>
 * </tr>
 * <tr>
 * <td>{@code response.audio.delta}</td>
 * <td>{@link io.realtime4j.event.server.ResponseOutputAudioDelta}</td>
 * </tr>
 * <tr>
 * <td>{@code response.audio.done}</td>
 * <td>{@link io.realtime4j.event.server.ResponseOutputAudioDone}</td>
 * </tr>
 * <tr>
 * <td>{@code response.audio_transcript.delta}</td>
 * <td>{@link io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta}</td>
 * </tr>
 * <tr>
 * <td>{@code response.audio_transcript.done}</td>
 * <td>{@link io.realtime4j.event.server.ResponseOutputAudioTranscriptDone}</td>
 * </tr>
 * <tr>
 * <td>{@code response.content_part.added}</td>
 * <td>{@link io.realtime4j.event.server.ResponseContentPartAdded}</td>
 * </tr>
 * <tr>
 * <td>{@code response.content_part.done}</td>
 * <td>{@link io.realtime4j.event.server.ResponseContentPartDone}</td>
 * </tr>
 * <tr>
 * <td>{@code response.created}</td>
 * <td>{@link io.realtime4j.event.server.ResponseCreated}</td>
 * </tr>
 * <tr>
 * <td>{@code response.done}</td>
 * <td>{@link io.realtime4j.event.server.ResponseDone}</td>
 * </tr>
 * <tr>
 * <td>{@code response.function_call_arguments.delta}</td>
 * <td>{@link io.realtime4j.event.server.ResponseFunctionCallArgumentsDelta}</td>
 * </tr>
 * <tr>
 * <td>{@code response.function_call_arguments.done}</td>
 * <td>{@link io.realtime4j.event.server.ResponseFunctionCallArgumentsDone}</td>
 * </tr>
 * <tr>
 * <td>{@code response.output_item.added}</td>
 * <td>{@link io.realtime4j.event.server.ResponseOutputItemAdded}</td>
 * </tr>
 * <tr>
 * <td>{@code response.output_item.done}</td>
 * <td>{@link io.realtime4j.event.server.ResponseOutputItemDone}</td>
 * </tr>
 * <tr>
 * <td>{@code response.text.delta}</td>
 * <td>{@link io.realtime4j.event.server.ResponseOutputTextDelta}</td>
 * </tr>
 * <tr>
 * <td>{@code response.text.done}</td>
 * <td>{@link io.realtime4j.event.server.ResponseOutputTextDone}</td>
 * </tr>
 * <tr>
 * <td>{@code session.created}</td>
 * <td>{@link io.realtime4j.event.server.SessionCreated}</td>
 * </tr>
 * <tr>
 * <td>{@code session.updated}</td>
 * <td>{@link io.realtime4j.event.server.SessionUpdated}</td>
 * </tr>
 * <tr>
 * <td>{@code transcription_session.created}</td>
 * <td>{@link io.realtime4j.event.server.TranscriptionSessionCreated}</td>
 * </tr>
 * <tr>
 * <td>{@code transcription_session.updated}</td>
 * <td>{@link io.realtime4j.event.server.TranscriptionSessionUpdated}</td>
 * </tr>
 * </table>
 */
@NullMarked
package io.realtime4j.event;

import org.jspecify.annotations.NullMarked;
