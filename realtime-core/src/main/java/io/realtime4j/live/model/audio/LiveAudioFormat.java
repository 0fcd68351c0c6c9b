package io.realtime4j.live.model.audio;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The encoding of audio on the wire, the same in both directions, always mono. The rate
 * belongs to it: the service takes no format without one.
 *
 * @param type the encoding: {@code audio/pcm}, {@code audio/pcmu}, {@code audio/pcma} or
 * another one, or {@code null} if absent
 * @param rate the sample rate in Hz, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record LiveAudioFormat(@Nullable String type, @Nullable Long rate,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link LiveAudioFormat} instance.
	 */
	public LiveAudioFormat {
		extra = Copies.extra(extra);
	}

	/**
	 * Return signed 16-bit little-endian PCM.
	 * @param rate the sample rate in Hz; the service takes 16000 and 24000
	 * @return the format
	 */
	public static LiveAudioFormat pcm(long rate) {
		return new LiveAudioFormat("audio/pcm", rate, Map.of());
	}

	/**
	 * Return G.711 µ-law at 8000 Hz.
	 * @return the format
	 */
	public static LiveAudioFormat pcmu() {
		return new LiveAudioFormat("audio/pcmu", 8000L, Map.of());
	}

	/**
	 * Return G.711 A-law at 8000 Hz.
	 * @return the format
	 */
	public static LiveAudioFormat pcma() {
		return new LiveAudioFormat("audio/pcma", 8000L, Map.of());
	}

}
