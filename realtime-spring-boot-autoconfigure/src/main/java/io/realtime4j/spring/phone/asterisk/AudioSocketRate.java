package io.realtime4j.spring.phone.asterisk;

import java.util.Arrays;
import java.util.List;

/**
 * Internal sample rates of AudioSocket. Each has a kind of message of its own; versions
 * that are older know the first one only.
 */
public enum AudioSocketRate {

	/**
	 * 8 kHz, as every version has it.
	 */
	RATE_8000(8000, 0x10),

	/**
	 * 12 kHz.
	 */
	RATE_12000(12_000, 0x11),

	/**
	 * 16 kHz.
	 */
	RATE_16000(16_000, 0x12),

	/**
	 * 24 kHz, at which services speak.
	 */
	RATE_24000(24_000, 0x13),

	/**
	 * 32 kHz.
	 */
	RATE_32000(32_000, 0x14),

	/**
	 * 48 kHz.
	 */
	RATE_48000(48_000, 0x16);

	private static final int FIRST_AUDIO = 0x10;

	private static final int LAST_AUDIO = 0x18;

	private final int hertz;

	private final int kind;

	AudioSocketRate(int hertz, int kind) {
		this.hertz = hertz;
		this.kind = kind;
	}

	/**
	 * Return the rate.
	 * @return the rate in Hz
	 */
	public int hertz() {
		return this.hertz;
	}

	int kind() {
		return this.kind;
	}

	static boolean isAudio(int kind) {
		return kind >= FIRST_AUDIO && kind <= LAST_AUDIO;
	}

	/**
	 * Return a rate.
	 * @param hertz the rate in Hz
	 * @return the rate
	 * @throws IllegalArgumentException if it is not supported
	 */
	public static AudioSocketRate of(int hertz) {
		return Arrays.stream(values())
			.filter((rate) -> rate.hertz == hertz)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no rate of " + hertz + " Hz, only of " + all()));
	}

	private static List<Integer> all() {
		return Arrays.stream(values()).map(AudioSocketRate::hertz).toList();
	}

}
