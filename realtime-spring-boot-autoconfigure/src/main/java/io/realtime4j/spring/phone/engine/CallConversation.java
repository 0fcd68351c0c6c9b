package io.realtime4j.spring.phone.engine;

import io.realtime4j.session.VoiceSession;

/**
 * Conversation of a call with the model, in the protocol family of its session.
 */
interface CallConversation {

	/**
	 * Return the session.
	 */
	VoiceSession session();

	void open();

	/**
	 * Take what the caller says.
	 * @param audio the audio in the format of the session
	 */
	void hear(byte[] audio);

}
