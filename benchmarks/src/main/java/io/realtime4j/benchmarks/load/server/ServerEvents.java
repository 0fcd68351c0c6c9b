package io.realtime4j.benchmarks.load.server;

import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/**
 * Events as the service writes them. Those of one kind have one length, whatever their
 * numbers.
 */
public final class ServerEvents {

	/**
	 * How an audio delta begins; the stamp of its event id follows, in
	 * {@value #STAMP_LENGTH} digits.
	 */
	public static final String DELTA_START = "{\"type\":\"response.output_audio.delta\",\"event_id\":\"event_";

	/**
	 * How many digits the stamp of an audio delta has.
	 */
	public static final int STAMP_LENGTH = 19;

	/**
	 * How long an event is at least that is an audio delta; all others are shorter.
	 */
	public static final int SHORTEST_DELTA = 2000;

	private static final String SETTINGS = """
			"object":"realtime.session","type":"realtime","model":"gpt-realtime","output_modalities":["audio"],\
			"instructions":"Be brief.","tools":[],"tool_choice":"auto","max_output_tokens":"inf","tracing":null,\
			"truncation":"auto","prompt":null,"expires_at":1893456000,"audio":{"input":{"format":{"type":"audio/pcm",\
			"rate":24000},"transcription":null,"noise_reduction":null,"turn_detection":{"type":"server_vad",\
			"threshold":0.5,"prefix_padding_ms":300,"silence_duration_ms":200,"idle_timeout_ms":null,\
			"create_response":true,"interrupt_response":true}},"output":{"format":{"type":"audio/pcm","rate":24000},\
			"voice":"marin","speed":1.0}},"include":null}}""";

	private ServerEvents() {
	}

	static String sessionCreated(int number) {
		return session("session.created", number);
	}

	static String sessionUpdated(int number) {
		return session("session.updated", number);
	}

	private static String session(String type, int number) {
		return format("{\"type\":\"%s\",\"event_id\":\"event_s%08d\",\"session\":{\"id\":\"sess_%08d\",", type, number,
				number) + SETTINGS;
	}

	static String responseCreated(int number) {
		return response("response.created", "in_progress", number);
	}

	static String responseDone(int number) {
		return response("response.done", "completed", number);
	}

	private static String response(String type, String status, int number) {
		return format("{\"type\":\"%s\",\"event_id\":\"event_r%08d\",\"response\":{\"object\":\"realtime.response\","
				+ "\"id\":\"resp_%08d\",\"status\":\"%s\",\"status_details\":null,\"output\":[],"
				+ "\"conversation_id\":\"conv_1\",\"output_modalities\":[\"audio\"],\"max_output_tokens\":\"inf\","
				+ "\"usage\":null,\"metadata\":null}}", type, number, number, status);
	}

	static String audioDelta(long stamp, String base64) {
		return DELTA_START + format("%0" + STAMP_LENGTH + "d", stamp)
				+ "\",\"response_id\":\"resp_CbQ0s2xT3cYvWmU5eR8yN\",\"item_id\":\"item_CbQ0sGq7ZPj4KdLx9BvWt\","
				+ "\"output_index\":0,\"content_index\":0,\"delta\":\"" + base64 + "\"}";
	}

	static String audio(int bytes, long seed) {
		byte[] pcm = new byte[bytes];
		new Random(seed).nextBytes(pcm);
		return Base64.getEncoder().encodeToString(pcm);
	}

	private static String format(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
