package io.realtime4j.spring.bridge.connection;

/**
 * Internal destination for the messages and the audio of a page. No method blocks, and
 * none throws because the page is gone.
 */
public interface PageOutput {

	/**
	 * Send a message to the page.
	 * @param json the message
	 */
	void tell(String json);

	/**
	 * Send a message about the audio of the page, which is useless without the audio.
	 * @param json the message
	 */
	void tellOfAudio(String json);

	/**
	 * Send audio to the page.
	 * @param pcm16 the samples, which belong to the output from now on
	 */
	void play(byte[] pcm16);

	/**
	 * Drop queued audio and the messages about it.
	 */
	void dropAudio();

}
