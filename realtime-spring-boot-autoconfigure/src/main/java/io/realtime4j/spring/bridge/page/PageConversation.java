package io.realtime4j.spring.bridge.page;

import java.util.concurrent.CompletableFuture;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Conversation of a page with a session: what pages can do in any family.
 */
interface PageConversation {

	/**
	 * Return the session.
	 */
	VoiceSession session();

	/**
	 * Return the name of the family, for the page.
	 */
	String family();

	void open();

	/**
	 * Return the format of the audio that the session hears, or {@code null} for the
	 * default of the service.
	 */
	@Nullable AudioFormat inputFormat();

	/**
	 * Take what the microphone hears.
	 * @param pcm16 samples at the rate of the input format
	 */
	void hear(byte[] pcm16);

	/**
	 * The microphone hears nothing more for now.
	 */
	default void onMicrophoneOff() {
	}

	/**
	 * Return how the page ends turns, or {@code null} where it does not.
	 */
	@Nullable ManualTurns manualTurns();

	/**
	 * Take a message of the user and answer it.
	 * @return completes when it was answered, or has reached the model where nobody knows
	 * what answers it
	 */
	CompletableFuture<?> write(String text);

	/**
	 * Be silent.
	 */
	void interrupt();

	/**
	 * The page has gone while the model was heard.
	 */
	void onUnheard();

	/**
	 * Return what the tokens begin with that find the conversation.
	 */
	default String key() {
		return StoredPages.key(session());
	}

	/**
	 * Let other nodes find the conversation by these tokens, and by no others.
	 */
	default void remember(PageTokens tokens, String user) {
		StoredPages.remember(session(), tokens, user);
	}

	/**
	 * Let nobody find the conversation any more.
	 */
	default void forget() {
		StoredPages.forget(session());
	}

	/**
	 * Turns that the page ends.
	 */
	interface ManualTurns {

		/**
		 * End a turn.
		 * @return completes when it was answered
		 */
		CompletableFuture<?> commit();

		/**
		 * Forget a turn that was too short.
		 */
		void clear();

	}

}
