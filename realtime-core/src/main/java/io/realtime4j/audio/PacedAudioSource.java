package io.realtime4j.audio;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * A source at another pace.
 */
final class PacedAudioSource implements AudioSource {

	private final AudioSource source;

	private final AudioPace pace;

	PacedAudioSource(AudioSource source, AudioPace pace) {
		this.source = source;
		this.pace = pace;
	}

	@Override
	public int sampleRate() {
		return this.source.sampleRate();
	}

	@Override
	public byte @Nullable [] read() throws IOException {
		return this.source.read();
	}

	@Override
	public AudioPace pace() {
		return this.pace;
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

}
