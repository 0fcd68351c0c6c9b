package io.realtime4j.store;

import org.jspecify.annotations.Nullable;

/**
 * What a server says in the tests of stores, as text with single quotes.
 */
final class StoreTalk {

	private StoreTalk() {
	}

	static String user(String id, @Nullable String previous, String text) {
		return added(id, previous,
				"'type':'message','role':'user','status':'completed','content':[{'type':'input_text','text':'" + text
						+ "'}]");
	}

	static String assistant(String id, @Nullable String previous, String status) {
		return added(id, previous, "'type':'message','role':'assistant','status':'" + status + "','content':[]");
	}

	static String call(String id, String callId) {
		return added(id, null, "'type':'function_call','status':'completed','call_id':'" + callId
				+ "','name':'book','arguments':'{}'");
	}

	static String begunCall(String id, String callId, String arguments) {
		return added(id, null, "'type':'function_call','status':'in_progress','call_id':'" + callId
				+ "','name':'book','arguments':'" + arguments + "'");
	}

	static String output(String id, String callId) {
		return added(id, null, "'type':'function_call_output','call_id':'" + callId + "','output':'done'");
	}

	static String added(String id, @Nullable String previous, String members) {
		return "{'type':'conversation.item.added','previous_item_id':"
				+ ((previous != null) ? "'" + previous + "'" : "null") + ",'item':{'id':'" + id + "'," + members + "}}";
	}

	static String created(String responseId) {
		return "{'type':'response.created','response':{'id':'" + responseId
				+ "','status':'in_progress','conversation_id':'conv_1','output':[]}}";
	}

	static String delta(String responseId, String itemId, String text) {
		return part("response.output_audio_transcript.delta", responseId, itemId, "'delta':'" + text + "'");
	}

	static String audio(String responseId, String itemId, String base64) {
		return part("response.output_audio.delta", responseId, itemId, "'delta':'" + base64 + "'");
	}

	static String said(String responseId, String itemId, String text) {
		return part("response.output_audio_transcript.done", responseId, itemId, "'transcript':'" + text + "'");
	}

	private static String part(String type, String responseId, String itemId, String members) {
		return "{'type':'" + type + "','response_id':'" + responseId + "','item_id':'" + itemId
				+ "','output_index':0,'content_index':0," + members + "}";
	}

	static String done(String responseId, String itemId, String text, long tokens) {
		return "{'type':'response.done','response':{'id':'" + responseId
				+ "','status':'completed','conversation_id':'conv_1','output':[{'type':'message','id':'" + itemId
				+ "','role':'assistant','status':'completed','content':[{'type':'output_audio','transcript':'" + text
				+ "'}]}],'usage':{'total_tokens':" + tokens + ",'input_tokens':" + tokens
				+ ",'output_tokens':0,'input_token_details':{'text_tokens':" + tokens + "}}}}";
	}

	static String deleted(String id) {
		return "{'type':'conversation.item.deleted','item_id':'" + id + "'}";
	}

}
