package io.realtime4j.benchmarks.load.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.benchmarks.load.report.Latencies;
import io.realtime4j.benchmarks.load.wire.CallAudio;

/**
 * A page in a call with the bridge, in its own wire format. It reports what it has played
 * at the end of each part, and also with each piece if that is wanted.
 */
final class VoiceScript extends CallScript {

	private static final int BYTES_PER_MILLI = 48;

	private static final Pattern ITEM = Pattern.compile("\"itemId\":\"([^\"]+)\"");

	private final boolean reports;

	private String item = "";

	private long bytes;

	/**
	 * Create a script.
	 * @param heard takes how long the audio took that the page hears
	 * @param reports whether each piece is reported
	 */
	VoiceScript(Latencies heard, boolean reports) {
		super(heard);
		this.reports = reports;
	}

	@Override
	public String subprotocol() {
		return "realtime4j.v1";
	}

	@Override
	public void opened(Page page) {
		page.send("{\"type\":\"start\",\"sampleRate\":24000}");
	}

	@Override
	public void text(Page page, String text) {
		if (text.contains("\"type\":\"state\"") && text.contains("\"state\":\"open\"")) {
			ready();
		}
		else if (text.contains("\"type\":\"audio\"")) {
			Matcher item = ITEM.matcher(text);
			this.item = (item.find()) ? item.group(1) : "";
			this.bytes = 0;
		}
		else if (text.contains("\"type\":\"audio-end\"")) {
			report(page);
		}
	}

	@Override
	public void binary(Page page, byte[] bytes) {
		CallAudio.heard(bytes, latencies());
		this.bytes += bytes.length;
		if (this.reports) {
			report(page);
		}
	}

	private void report(Page page) {
		page.send("{\"type\":\"played\",\"itemId\":\"" + this.item + "\",\"contentIndex\":0,\"ms\":"
				+ this.bytes / BYTES_PER_MILLI + "}");
	}

}
