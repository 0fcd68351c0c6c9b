package io.realtime4j.session.realtime;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.audio.AudioData;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
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

	private final Map<String, List<AudioData>> pieces = new LinkedHashMap<>();

	private long size;

	void add(ResponseOutputAudioDelta delta) {
		int length = delta.delta().size();
		if (this.size + length <= MAX_SIZE) {
			this.size += length;
			this.pieces.computeIfAbsent(String.valueOf(delta.responseId()), (id) -> new ArrayList<>())
				.add(delta.delta());
		}
	}

	List<AudioData> of(@Nullable String responseId) {
		return this.pieces.getOrDefault(String.valueOf(responseId), List.of());
	}

	void remove(@Nullable String responseId) {
		List<AudioData> removed = this.pieces.remove(String.valueOf(responseId));
		if (removed != null) {
			removed.forEach((piece) -> this.size -= piece.size());
		}
	}

	void clear() {
		this.pieces.clear();
		this.size = 0;
	}

	static AudioData join(List<AudioData> pieces) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		pieces.forEach((piece) -> bytes.writeBytes(piece.bytes()));
		return AudioData.wrap(bytes.toByteArray());
	}

}
