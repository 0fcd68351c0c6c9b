package io.realtime4j.spring.bridge.connection;

/**
 * Internal destination for the messages and the audio of a page. No method blocks, and
 * none throws because the page is gone.
 */
public interface PageOutput {

	/**
	 * Tell the page something.
	 * @param json the message
	 */
	void tell(String json);

	/**
	 * Tell the page something about the audio that is sent to it, which is of no use
	 * without it.
	 * @param json the message
	 */
	void tellOfAudio(String json);

	/**
	 * Give the page audio to play.
	 * @param pcm16 the samples, which belong to the output from now on
	 */
	void play(byte[] pcm16);

	/**
	 * Drop audio, and what was told of it, as far as it is not on its way.
	 */
	void dropAudio();

}
