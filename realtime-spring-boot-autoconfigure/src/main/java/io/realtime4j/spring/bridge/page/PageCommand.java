package io.realtime4j.spring.bridge.page;

import org.jspecify.annotations.Nullable;

/**
 * Command that a page may give: there are no others.
 */
sealed interface PageCommand {

	/**
	 * Begin.
	 *
	 * @param sampleRate the rate of the audio that the page sends, in Hz
	 * @param resume finds an earlier conversation, or {@code null}
	 * @param choice what the page chooses for a new one
	 */
	record Start(int sampleRate, @Nullable String resume, PageChoice choice) implements PageCommand {

		static final int MIN_RATE = 8000;

		static final int MAX_RATE = 96_000;

		/**
		 * Return a text without the token.
		 */
		@Override
		public String toString() {
			return "Start[sampleRate=" + this.sampleRate + "]";
		}

	}

	/**
	 * Take a message of the user and answer it.
	 *
	 * @param text the message
	 */
	record Text(String text) implements PageCommand {

	}

	/**
	 * Be silent.
	 */
	record Interrupt() implements PageCommand {

	}

	/**
	 * Answer what was said.
	 */
	record Commit() implements PageCommand {

	}

	/**
	 * Know how far a part was heard.
	 *
	 * @param itemId the id of the item
	 * @param contentIndex the place of the part in the item
	 * @param millis the position in ms
	 */
	record Played(String itemId, long contentIndex, long millis) implements PageCommand {

	}

	/**
	 * Do not listen, or listen again.
	 *
	 * @param muted whether not to listen
	 */
	record Mute(boolean muted) implements PageCommand {

	}

	/**
	 * Let a call of a tool run, or not.
	 *
	 * @param id the id of the approval
	 * @param approved whether it may run
	 * @param reason why it may not, or {@code null}
	 */
	record Approve(String id, boolean approved, @Nullable String reason) implements PageCommand {

	}

}
