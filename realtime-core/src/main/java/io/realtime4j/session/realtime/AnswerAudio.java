package io.realtime4j.session.realtime;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.audio.AudioData;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import org.jspecify.annotations.Nullable;

/**
 * Speech of the responses that run, for those who want it whole. Not thread-safe: used
 * under the lock of the session.
 */
final class AnswerAudio {

	/**
	 * Eleven minutes at 24,000 Hz: what comes behind is left out.
	 */
	static final int MAX_SIZE = 32 * 1024 * 1024;

	// By the ids of the responses, and by their parts
	private final Map<String, Map<String, List<AudioData>>> pieces = new LinkedHashMap<>();

	private long size;

	void add(ResponseOutputAudioDelta delta) {
		int length = delta.delta().size();
		if (this.size + length <= MAX_SIZE) {
			this.size += length;
			this.pieces.computeIfAbsent(String.valueOf(delta.responseId()), (id) -> new LinkedHashMap<>())
				.computeIfAbsent(delta.itemId() + "/" + delta.contentIndex(), (part) -> new ArrayList<>())
				.add(delta.delta());
		}
	}

	/**
	 * Return the speech of a response, one for each of its parts.
	 */
	List<AudioData> of(@Nullable String responseId) {
		return this.pieces.getOrDefault(String.valueOf(responseId), Map.of())
			.values()
			.stream()
			.map(AnswerAudio::join)
			.toList();
	}

	void remove(@Nullable String responseId) {
		Map<String, List<AudioData>> removed = this.pieces.remove(String.valueOf(responseId));
		if (removed != null) {
			removed.values().forEach((part) -> part.forEach((piece) -> this.size -= piece.size()));
		}
	}

	void clear() {
		this.pieces.clear();
		this.size = 0;
	}

	/**
	 * Join parts. Half a sample at the end of one does not shift the next.
	 */
	static AudioData join(List<AudioData> parts, @Nullable AudioFormat format) {
		return join(parts.stream().map((part) -> whole(part, format)).toList());
	}

	private static AudioData whole(AudioData part, @Nullable AudioFormat format) {
		boolean whole = !AudioFormats.isPcm(format) || part.size() % 2 == 0;
		return whole ? part : AudioData.wrap(Arrays.copyOf(part.bytes(), part.size() - 1));
	}

	private static AudioData join(List<AudioData> pieces) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		pieces.forEach((piece) -> bytes.writeBytes(piece.bytes()));
		return AudioData.wrap(bytes.toByteArray());
	}

}
