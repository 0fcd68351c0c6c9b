package io.realtime4j.conversation;

import io.realtime4j.audio.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * State of one part of a message beside the content of its item: the text as it comes,
 * and how much of its audio came and was heard.
 *
 * @param responseId the id of the response that says it, or {@code null} of users
 * @param text the text so far
 * @param stage how far the text has come
 * @param spoken whether the text is that of audio
 * @param audioBytes the length of the audio that came
 * @param heardMillis the audio that was heard in ms, or a negative number if it was not
 * cut
 * @param audio the audio that came, or {@code null} if audio is not kept
 */
record Speech(@Nullable String responseId, GrowingText text, Stage stage, boolean spoken, long audioBytes,
		long heardMillis, @Nullable KeptAudio audio) {

	private static final long NOT_CUT = -1;

	static Speech none(@Nullable String responseId) {
		return new Speech(responseId, GrowingText.EMPTY, Stage.OPEN, true, 0, NOT_CUT, null);
	}

	Speech plus(String delta, boolean spokenText) {
		return (this.stage != Stage.OPEN) ? this : with(this.text.plus(delta), Stage.OPEN, spokenText);
	}

	/**
	 * Add a piece that may repeat everything before it.
	 */
	Speech repeated(String piece) {
		boolean again = !isSettled() && piece.startsWith(this.text.toString());
		return again ? with(GrowingText.of(piece), Stage.OPEN, true) : plus(piece, true);
	}

	Speech settled(String wholeText, boolean spokenText) {
		return (says(wholeText) && this.spoken == spokenText) ? this
				: with(GrowingText.of(wholeText), Stage.SETTLED, spokenText);
	}

	/**
	 * Note a failed transcription, unless there is a transcript already.
	 */
	Speech failed() {
		return isSettled() ? this : with(GrowingText.EMPTY, Stage.FAILED, true);
	}

	Speech plus(AudioData delta, boolean kept) {
		KeptAudio grown = kept ? new KeptAudio(this.audio, delta) : null;
		return new Speech(this.responseId, this.text, this.stage, true, this.audioBytes + delta.size(),
				this.heardMillis, grown);
	}

	/**
	 * Truncate the speech. Of several truncations the shortest counts.
	 */
	Speech cut(long endMillis) {
		return heard(isCut() ? Math.min(endMillis, this.heardMillis) : endMillis);
	}

	/**
	 * Return the speech after the server was asked for a cut and said where it made it.
	 */
	Speech cut(long askedMillis, long toldMillis) {
		return (this.heardMillis == Math.max(0, askedMillis)) ? heard(toldMillis) : cut(toldMillis);
	}

	private Speech heard(long millis) {
		long heard = Math.max(0, millis);
		return (heard == this.heardMillis) ? this
				: new Speech(this.responseId, this.text, this.stage, this.spoken, this.audioBytes, heard, this.audio);
	}

	/**
	 * Note that the speech has ended.
	 */
	Speech ended() {
		return isSettled() ? this : with(this.text, this.text.isEmpty() ? Stage.FAILED : Stage.SETTLED, this.spoken);
	}

	boolean isOf(String wantedResponseId) {
		return wantedResponseId.equals(this.responseId);
	}

	boolean isCut() {
		return this.heardMillis >= 0;
	}

	/**
	 * Return whether this is the whole text.
	 */
	boolean says(String wholeText) {
		return this.stage == Stage.SETTLED && this.text.length() == wholeText.length()
				&& this.text.toString().equals(wholeText);
	}

	/**
	 * Return the approximate size in memory.
	 */
	long weight() {
		return this.text.weight() + ((this.audio != null) ? 2 * this.audioBytes : 0);
	}

	boolean isSettled() {
		return this.stage != Stage.OPEN;
	}

	private Speech with(GrowingText newText, Stage newStage, boolean spokenText) {
		return new Speech(this.responseId, newText, newStage, spokenText, this.audioBytes, this.heardMillis,
				this.audio);
	}

	/**
	 * How far a text has come.
	 */
	enum Stage {

		OPEN, SETTLED, FAILED

	}

}
