package io.realtime4j.simulator.conversation;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.simulator.ears.Hearing;
import io.realtime4j.simulator.settings.AudioCodec;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal item of a conversation, with its audio.
 */
public final class ConversationItem {

	private final ObjectNode json;

	private final AudioCodec codec;

	private ByteArrayOutputStream audio = new ByteArrayOutputStream();

	private long audioBytes;

	private long spokenMillis;

	private CompletableFuture<Hearing> hearing = CompletableFuture.completedFuture(Hearing.nothing());

	/**
	 * Create a new {@link ConversationItem} instance.
	 * @param json the item as the client sees it
	 * @param codec how its audio is encoded
	 */
	public ConversationItem(ObjectNode json, AudioCodec codec) {
		this.json = json;
		this.codec = codec;
	}

	/**
	 * Return the identifier.
	 * @return the identifier
	 */
	public String id() {
		return Json.text(this.json, "id", "");
	}

	/**
	 * Return the item as it stands, to be changed by its owner only.
	 * @return the item
	 */
	public ObjectNode json() {
		return this.json;
	}

	/**
	 * Return the item as the client sees it.
	 * @return a copy
	 */
	public ObjectNode toJson() {
		return this.json.deepCopy();
	}

	/**
	 * Add sound to this item.
	 * @param encoded the sound as it is encoded on the wire
	 */
	public void addAudio(byte[] encoded) {
		this.audio.writeBytes(encoded);
		this.audioBytes += encoded.length;
	}

	/**
	 * Keep the beginning of the sound only.
	 * @param millis how much to keep, in milliseconds
	 */
	public void keepAudio(long millis) {
		byte[] all = this.audio.toByteArray();
		this.audioBytes = Math.min(this.audioBytes, this.codec.bytes(millis));
		this.audio = new ByteArrayOutputStream();
		this.audio.write(all, 0, (int) Math.min(all.length, this.audioBytes));
	}

	/**
	 * Forget the sound, but not how long it is.
	 */
	public void forgetAudio() {
		this.audio = new ByteArrayOutputStream();
	}

	/**
	 * Return the sound.
	 * @return the sound as it is encoded on the wire
	 */
	public byte[] audio() {
		return this.audio.toByteArray();
	}

	/**
	 * Return how long the sound is.
	 * @return milliseconds
	 */
	public long audioMillis() {
		return this.codec.millis(this.audioBytes);
	}

	/**
	 * Remember what is heard in the sound.
	 * @param hearing what is understood, completed on the lane of the session
	 * @param millis how long somebody spoke, in milliseconds
	 */
	public void hear(CompletableFuture<Hearing> hearing, long millis) {
		this.hearing = hearing;
		this.spokenMillis = millis;
	}

	/**
	 * Return what is heard in the sound.
	 * @return what is understood, when that is known
	 */
	public CompletableFuture<Hearing> hearing() {
		return this.hearing;
	}

	/**
	 * Return how long somebody spoke.
	 * @return milliseconds
	 */
	public long spokenMillis() {
		return this.spokenMillis;
	}

	/**
	 * Return whether this is an answer that was spoken.
	 * @return {@code true} for a message of the assistant with audio
	 */
	public boolean isSpokenAnswer() {
		return "assistant".equals(Json.text(this.json, "role"))
				&& "output_audio".equals(Json.text(firstPart(), "type"));
	}

	/**
	 * Return the first content part.
	 * @return the part, or a missing node
	 */
	public JsonNode firstPart() {
		return this.json.path("content").path(0);
	}

	/**
	 * Set what is said in the first content part.
	 * @param transcript the words
	 */
	public void setTranscript(String transcript) {
		if (firstPart() instanceof ObjectNode part) {
			part.put("transcript", transcript);
		}
	}

}
