package io.realtime4j.spring.service;

import java.util.Base64;
import java.util.List;

/**
 * What a service says of the turns of a conversation, in every way in which it can be
 * said.
 */
public final class ServiceTalk {

	private ServiceTalk() {
	}

	/**
	 * Return what is said of words of the user.
	 * @param id the id of the item
	 * @param words the words
	 * @return the events
	 */
	public static List<String> question(String id, String words) {
		String item = "{'id':'" + id + "','type':'message','role':'user','status':'completed','content':"
				+ "[{'type':'input_audio','transcript':null}]}";
		return events("{'type':'input_audio_buffer.speech_started','audio_start_ms':10,'item_id':'" + id + "'}",
				"{'type':'input_audio_buffer.speech_stopped','audio_end_ms':900,'item_id':'" + id + "'}",
				"{'type':'input_audio_buffer.committed','previous_item_id':null,'item_id':'" + id + "'}",
				"{'type':'conversation.item.added','previous_item_id':null,'item':" + item + "}",
				"{'type':'conversation.item.done','previous_item_id':null,'item':" + item + "}",
				"{'type':'conversation.item.input_audio_transcription.completed','item_id':'" + id
						+ "','content_index':0,'transcript':'" + words + "'}");
	}

	/**
	 * Return what is said of a spoken answer.
	 * @param id the id of the item, and that of the response behind an r
	 * @param words the words
	 * @param audio the sound
	 * @return the events
	 */
	public static List<String> answer(String id, String words, byte[] audio) {
		String begun = message(id, "in_progress", "");
		String whole = message(id, "completed", "{'type':'output_audio','transcript':'" + words + "'}");
		String part = "'response_id':'r" + id + "','item_id':'" + id + "','output_index':0,'content_index':0";
		return events(response("created", id, "in_progress", ""), output("added", id, begun), item("added", begun),
				"{'type':'response.content_part.added'," + part + ",'part':{'type':'audio','transcript':''}}",
				"{'type':'response.output_audio.delta'," + part + ",'delta':'"
						+ Base64.getEncoder().encodeToString(audio) + "'}",
				"{'type':'response.output_audio_transcript.delta'," + part + ",'delta':'" + words + "'}",
				"{'type':'response.output_audio.done'," + part + "}",
				"{'type':'response.output_audio_transcript.done'," + part + ",'transcript':'" + words + "'}",
				"{'type':'response.content_part.done'," + part + ",'part':{'type':'audio','transcript':'" + words
						+ "'}}",
				item("done", whole), output("done", id, whole), response("done", id, "completed", whole));
	}

	/**
	 * Return what is said of a call of a function.
	 * @param id the id of the item, that of the response behind an r, that of the call
	 * behind a c
	 * @param name the function
	 * @param arguments the arguments, with single quotes
	 * @return the events
	 */
	public static List<String> call(String id, String name, String arguments) {
		String escaped = arguments.replace("'", "\\\"");
		String begun = function(id, name, "in_progress", "");
		String whole = function(id, name, "completed", escaped);
		String part = "'response_id':'r" + id + "','item_id':'" + id + "','output_index':0,'call_id':'c" + id + "'";
		return events(response("created", id, "in_progress", ""), output("added", id, begun), item("added", begun),
				"{'type':'response.function_call_arguments.done'," + part + ",'name':'" + name + "','arguments':'"
						+ escaped + "'}",
				item("done", whole), output("done", id, whole), response("done", id, "completed", whole));
	}

	private static String message(String id, String status, String content) {
		return "{'id':'" + id + "','type':'message','role':'assistant','status':'" + status + "','content':[" + content
				+ "]}";
	}

	private static String function(String id, String name, String status, String arguments) {
		return "{'id':'" + id + "','type':'function_call','status':'" + status + "','call_id':'c" + id + "','name':'"
				+ name + "','arguments':'" + arguments + "'}";
	}

	private static String item(String state, String item) {
		return "{'type':'conversation.item." + state + "','previous_item_id':null,'item':" + item + "}";
	}

	private static String output(String state, String id, String item) {
		return "{'type':'response.output_item." + state + "','response_id':'r" + id + "','output_index':0,'item':"
				+ item + "}";
	}

	private static String response(String state, String id, String status, String output) {
		return "{'type':'response." + state + "','response':{'id':'r" + id + "','status':'" + status + "','output':["
				+ output + "],'usage':{'total_tokens':30,'input_tokens':10,'output_tokens':20}}}";
	}

	private static List<String> events(String... texts) {
		return List.of(texts).stream().map((text) -> text.replace('\'', '"')).toList();
	}

}
