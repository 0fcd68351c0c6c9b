package io.realtime4j.conversation;

import io.realtime4j.audio.AudioData;
import io.realtime4j.codec.WellFormedText;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import org.jspecify.annotations.Nullable;

/**
 * Text of one part of a message, and the portion of it that was heard.
 *
 * @param text the whole text, or {@code null} as long as there is none
 * @param heard what of it was heard, or {@code null} if there is none or that cannot be
 * told
 * @param settled whether the text is whole
 * @param audio the audio that was heard, or {@code null} if it is not kept
 */
record SpokenContent(@Nullable String text, @Nullable String heard, boolean settled, @Nullable AudioData audio) {

	/**
	 * Bring together what an item says with what came beside it.
	 * @param own the text in the item, or {@code null}
	 * @param whole whether that text is whole, if there is one
	 * @param speech what came beside it, or {@code null}
	 * @param format the format of the audio, or {@code null} for the default
	 */
	static SpokenContent of(@Nullable String own, boolean whole, @Nullable Speech speech,
			@Nullable AudioFormat format) {
		boolean ownIsWhole = whole && own != null && !own.isEmpty();
		if (speech == null) {
			return new SpokenContent(own, own, ownIsWhole, null);
		}
		String text = text(own, ownIsWhole, speech);
		long total = AudioFormats.millis(speech.audioBytes(), format);
		String heard = (speech.isCut() && text != null) ? HeardText.of(text, speech.heardMillis(), total) : text;
		return new SpokenContent(text, heard, speech.isSettled() || ownIsWhole, audio(speech, format));
	}

	private static @Nullable String text(@Nullable String own, boolean ownIsWhole, Speech speech) {
		return switch (speech.stage()) {
			case SETTLED -> (ownIsWhole && speech.text().isEmpty()) ? own : speech.text().toString();
			case FAILED -> own;
			case OPEN -> (ownIsWhole || speech.text().isEmpty()) ? own : WellFormedText.soFar(speech.text().toString());
		};
	}

	private static @Nullable AudioData audio(Speech speech, @Nullable AudioFormat format) {
		KeptAudio audio = speech.audio();
		long end = speech.isCut() ? AudioFormats.bytes(speech.heardMillis(), format) : Long.MAX_VALUE;
		return (audio != null) ? audio.upTo(end) : null;
	}

}
