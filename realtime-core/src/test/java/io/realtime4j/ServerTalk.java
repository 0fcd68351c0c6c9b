package io.realtime4j;

import java.util.Base64;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.server.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Events as servers send them, for tests of what follows from them.
 */
public final class ServerTalk {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private ServerTalk() {
	}

	/**
	 * Return an event of JSON text with single quotes.
	 */
	public static ServerEvent event(String text) {
		return CODEC.decodeServerEvent(text.replace('\'', '"'));
	}

	public static ServerEvent sessionUpdated(String audio) {
		return event("{'type':'session.updated','session':{'type':'realtime','audio':" + audio + "}}");
	}

	public static ServerEvent turnDetection(String detection) {
		return sessionUpdated("{'input':{'turn_detection':" + detection + "}}");
	}

	public static ServerEvent user(String how, String id, @Nullable String previous) {
		return item(how, id, previous,
				"'role':'user','status':'completed','content':[{'type':'input_audio','transcript':null}]");
	}

	public static ServerEvent assistant(String how, String id, @Nullable String previous, String status,
			String content) {
		return item(how, id, previous, "'role':'assistant','status':'" + status + "','content':[" + content + "]");
	}

	public static String spoken(String text) {
		return "{'type':'output_audio','transcript':'" + text + "'}";
	}

	public static ServerEvent item(String how, String id, @Nullable String previous, String members) {
		return event("{'type':'conversation.item." + how + "','previous_item_id':" + quoted(previous)
				+ ",'item':{'type':'message','id':'" + id + "'," + members + "}}");
	}

	public static ServerEvent heard(String id, String delta) {
		return event("{'type':'conversation.item.input_audio_transcription.delta','item_id':'" + id
				+ "','content_index':0,'delta':'" + delta + "'}");
	}

	public static ServerEvent transcribed(String id, String text) {
		return event("{'type':'conversation.item.input_audio_transcription.completed','item_id':'" + id
				+ "','content_index':0,'transcript':'" + text + "'}");
	}

	public static ServerEvent notTranscribed(String id) {
		return event("{'type':'conversation.item.input_audio_transcription.failed','item_id':'" + id
				+ "','content_index':0,'error':{'type':'server_error','message':'m'}}");
	}

	public static ServerEvent transcriptDelta(String response, String id, String delta) {
		return part("response.output_audio_transcript.delta", response, id, "'delta':'" + delta + "'");
	}

	public static ServerEvent transcriptDone(String response, String id, String text) {
		return part("response.output_audio_transcript.done", response, id, "'transcript':'" + text + "'");
	}

	public static ServerEvent partDone(String response, String id, String text) {
		return part("response.content_part.done", response, id, "'part':{'type':'audio','transcript':'" + text + "'}");
	}

	public static ServerEvent textDelta(String response, String id, String delta) {
		return part("response.output_text.delta", response, id, "'delta':'" + delta + "'");
	}

	public static ServerEvent textDone(String response, String id, String text) {
		return part("response.output_text.done", response, id, "'text':'" + text + "'");
	}

	public static ServerEvent audio(String response, String id, int bytes) {
		return part("response.output_audio.delta", response, id,
				"'delta':'" + Base64.getEncoder().encodeToString(new byte[bytes]) + "'");
	}

	public static ServerEvent audioDone(String response, String id) {
		return part("response.output_audio.done", response, id, "'x':0");
	}

	public static ServerEvent part(String type, String response, String id, String members) {
		return event("{'type':'" + type + "','response_id':'" + response + "','item_id':'" + id
				+ "','output_index':0,'content_index':0," + members + "}");
	}

	public static ServerEvent outputItemDone(String response, String id, String text) {
		return event("{'type':'response.output_item.done','response_id':'" + response + "','output_index':0,'item':"
				+ output(id, "completed", text) + "}");
	}

	public static ServerEvent responseCreated(String response) {
		return event("{'type':'response.created','response':{'id':'" + response
				+ "','status':'in_progress','conversation_id':'conv_1','output':[]}}");
	}

	public static ServerEvent responseDone(String response, String status, String output) {
		return event("{'type':'response.done','response':{'id':'" + response + "','status':'" + status
				+ "','conversation_id':'conv_1','output':[" + output + "]}}");
	}

	public static String output(String id, String status, String text) {
		return "{'type':'message','id':'" + id + "','role':'assistant','status':'" + status + "','content':["
				+ spoken(text) + "]}";
	}

	public static ServerEvent truncated(String id, long audioEndMs) {
		return event("{'type':'conversation.item.truncated','item_id':'" + id + "','content_index':0,'audio_end_ms':"
				+ audioEndMs + "}");
	}

	public static ServerEvent deleted(String id) {
		return event("{'type':'conversation.item.deleted','item_id':'" + id + "'}");
	}

	public static ServerEvent speechStarted(String id) {
		return event("{'type':'input_audio_buffer.speech_started','audio_start_ms':0,'item_id':'" + id + "'}");
	}

	public static ServerEvent idle(String id) {
		return event("{'type':'input_audio_buffer.timeout_triggered','audio_start_ms':0,'audio_end_ms':5000,"
				+ "'item_id':'" + id + "'}");
	}

	private static String quoted(@Nullable String text) {
		return (text != null) ? "'" + text + "'" : "null";
	}

}
