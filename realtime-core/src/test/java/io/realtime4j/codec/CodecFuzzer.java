package io.realtime4j.codec;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * What a coverage-guided fuzzer calls with the texts that it thinks of, for the entry
 * point that the system property {@code fuzz.entry} names. It is no part of the build:
 * CONTRIBUTING.md says how it is started.
 */
public final class CodecFuzzer {

	private static final EntryPoint ENTRY = EntryPoint.valueOf(System.getProperty("fuzz.entry", "SERVER"));

	private CodecFuzzer() {
	}

	public static void fuzzerTestOneInput(byte[] data) {
		String text = new String(data, StandardCharsets.UTF_8);
		Hostile.outcome(ENTRY, text);
		if (text.indexOf('\n') >= 0) {
			Hostile.outcome(ENTRY, compact(text));
		}
	}

	// The samples that it begins with are laid out for readers; servers write one line
	private static String compact(String text) {
		return text.lines().map(String::strip).collect(Collectors.joining()).replace("\": ", "\":");
	}

}
