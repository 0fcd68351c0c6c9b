package io.realtime4j.live.tool;

import java.util.List;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import org.jspecify.annotations.Nullable;

/**
 * Work that the model has delegated to the application. The service does not say what it
 * is: it follows from what was spoken up to then. May be used by any thread.
 *
 * @since 0.1.0
 */
public interface DelegatedTask {

	/**
	 * Return the session whose model delegates.
	 * @return the session
	 */
	LiveSession session();

	/**
	 * Return the id of the delegation.
	 * @return the id, or {@code null} if the server gave none
	 */
	@Nullable String id();

	/**
	 * Return what was spoken until the work was delegated, with words that were
	 * transcribed a moment later. {@link LiveSession#turns()} also has what is said
	 * meanwhile, such as a correction.
	 * @return the turns of both sides in the order in which they began
	 */
	List<LiveTurn> turns();

	/**
	 * Return what was spoken as a text for another model, with one line for each turn,
	 * such as {@code User: Is table seven free}.
	 * @return the newest turns, some 16,000 characters at most
	 */
	default String text() {
		return SpokenText.of(turns());
	}

	/**
	 * Tell the model something that it does not have to say, such as how far the work has
	 * come. A long text is sent in pieces. It is not secret, and it takes the place of
	 * the words by which the model would say of its own accord that work is under way.
	 * Nothing happens if the work is over.
	 * @param text what the model shall know
	 */
	void think(String text);

	/**
	 * Have the model say something in its own words before the answer is complete. A long
	 * text is sent in pieces. Nothing happens if the work is over.
	 * @param text what the model shall say
	 */
	void say(String text);

	/**
	 * Give the work up: its thread is interrupted, and the model is told that it was
	 * cancelled. Nothing happens if the work is over.
	 */
	void cancel();

	/**
	 * Return whether the work is over: it was answered, has failed, was cancelled or took
	 * too long, or its session has ended.
	 * @return whether nobody waits for it any more
	 */
	boolean isOver();

}
