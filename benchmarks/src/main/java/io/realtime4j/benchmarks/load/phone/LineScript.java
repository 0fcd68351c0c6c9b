package io.realtime4j.benchmarks.load.phone;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import io.realtime4j.benchmarks.load.page.Page;
import io.realtime4j.benchmarks.load.page.PageScript;
import io.realtime4j.benchmarks.load.wire.LineAudio;
import io.realtime4j.benchmarks.load.wire.LineEar;

/**
 * A line of Twilio in a call: it sends a frame every 20 ms, hears those of the
 * application, and echoes its marks.
 */
final class LineScript implements PageScript {

	private static final Duration PERIOD = Duration.ofSeconds(1).dividedBy(LineAudio.PER_SECOND);

	private static final String MEDIA = "{\"event\":\"media\"";

	private static final String MARK = "{\"event\":\"mark\"";

	private static final String PAYLOAD = "\"payload\":\"";

	private static final String NAME = "\"name\":\"";

	private final String callSid;

	private final String streamSid;

	private final Map<String, String> parameters;

	private final String signature;

	private final LineEar ear;

	private boolean open;

	private boolean silent;

	private int said;

	private int sent;

	/**
	 * Create a script.
	 * @param callSid the id of the call
	 * @param parameters the parameters of the stream, with its ticket
	 * @param signature the signature of the handshake
	 * @param ear hears the application
	 */
	LineScript(String callSid, Map<String, String> parameters, String signature, LineEar ear) {
		this.callSid = callSid;
		this.streamSid = "MZ" + callSid.substring(2);
		this.parameters = parameters;
		this.signature = signature;
		this.ear = ear;
	}

	@Override
	public String headers() {
		return "X-Twilio-Signature: " + this.signature + "\r\n";
	}

	@Override
	public void opened(Page page) {
		StringBuilder custom = new StringBuilder();
		this.parameters.forEach((name, value) -> custom.append((custom.isEmpty()) ? "" : ",")
			.append("\"" + name + "\":\"" + value + "\""));
		page.send("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
		page.send("{\"event\":\"start\",\"sequenceNumber\":\"1\",\"streamSid\":\"" + this.streamSid
				+ "\",\"start\":{\"callSid\":\"" + this.callSid + "\",\"streamSid\":\"" + this.streamSid
				+ "\",\"tracks\":[\"inbound\"],\"customParameters\":{" + custom + "}}}");
		this.open = true;
	}

	@Override
	public boolean isReady() {
		return this.open;
	}

	/**
	 * Say nothing more.
	 */
	void hush() {
		this.silent = true;
	}

	/**
	 * Return how many frames were said.
	 */
	int said() {
		return this.said;
	}

	@Override
	public void turn(Page page) {
		byte[] audio = (this.silent) ? LineAudio.quiet() : LineAudio.frames(this.said++, 1);
		String chunk = String.valueOf(++this.sent);
		page.send("{\"event\":\"media\",\"sequenceNumber\":\"" + chunk + "\",\"streamSid\":\"" + this.streamSid
				+ "\",\"media\":{\"track\":\"inbound\",\"chunk\":\"" + chunk + "\",\"timestamp\":\""
				+ (this.sent - 1) * PERIOD.toMillis() + "\",\"payload\":\"" + Base64.getEncoder().encodeToString(audio)
				+ "\"}}");
	}

	@Override
	public void text(Page page, String text) {
		if (text.startsWith(MEDIA)) {
			this.ear.hear(this, Base64.getDecoder().decode(member(text, PAYLOAD)));
		}
		else if (text.startsWith(MARK)) {
			page.send("{\"event\":\"mark\",\"streamSid\":\"" + this.streamSid + "\",\"mark\":{\"name\":\""
					+ member(text, NAME) + "\"}}");
		}
	}

	private static String member(String text, String start) {
		int index = text.indexOf(start);
		if (index < 0) {
			throw new IllegalStateException("There is no " + start + " in what the application sent");
		}
		int from = index + start.length();
		return text.substring(from, text.indexOf('"', from));
	}

	@Override
	public Duration period() {
		return PERIOD;
	}

}
