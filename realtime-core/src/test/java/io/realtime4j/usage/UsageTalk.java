package io.realtime4j.usage;

import io.realtime4j.ServerTalk;
import io.realtime4j.event.server.ServerEvent;

/**
 * What servers say of usage.
 */
final class UsageTalk {

	private UsageTalk() {
	}

	static ServerEvent session(String model, String transcriptionModel) {
		return ServerTalk.event(sessionUpdated(model, transcriptionModel));
	}

	static ServerEvent done(String id, String status, String usage) {
		return ServerTalk.event(responseDone(id, status, usage));
	}

	static ServerEvent transcribed(String item, String usage) {
		return ServerTalk.event(transcriptionCompleted(item, usage));
	}

	// Texts, with single quotes

	static String sessionUpdated(String model, String transcriptionModel) {
		return "{'type':'session.updated','session':{'type':'realtime','model':'" + model
				+ "','audio':{'input':{'transcription':{'model':'" + transcriptionModel + "'}}}}}";
	}

	static String responseCreated(String id) {
		return "{'type':'response.created','response':{'id':'" + id
				+ "','status':'in_progress','conversation_id':'conv_1','output':[]}}";
	}

	static String responseDone(String id, String status, String usage) {
		return "{'type':'response.done','response':{'id':'" + id + "','status':'" + status
				+ "','conversation_id':'conv_1','output':[],'usage':" + usage + "}}";
	}

	static String transcriptionCompleted(String item, String usage) {
		return "{'type':'conversation.item.input_audio_transcription.completed','item_id':'" + item
				+ "','content_index':0,'transcript':'Hello','usage':" + usage + "}";
	}

	// Text tokens alone
	static String tokens(long input, long output) {
		return "{'total_tokens':" + (input + output) + ",'input_tokens':" + input + ",'output_tokens':" + output
				+ ",'input_token_details':{'text_tokens':" + input + "},'output_token_details':{'text_tokens':" + output
				+ "}}";
	}

	static String seconds(String seconds) {
		return "{'type':'duration','seconds':" + seconds + "}";
	}

}
