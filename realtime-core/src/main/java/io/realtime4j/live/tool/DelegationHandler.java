package io.realtime4j.live.tool;

import org.jspecify.annotations.Nullable;

/**
 * Strategy for doing the work that the model of a live session delegates to the
 * application, with the delegation {@code client}. What the work is follows from what was
 * spoken. One instance serves all sessions, and several delegations at once.
 * <pre class="code">
 * DelegationHandler handler = (task) -&gt; {
 *     task.think("Looking at the book of reservations.");
 *     return task.text().contains("seven") ? "Table seven is free." : "Ask which table is meant.";
 * };
 * </pre>
 *
 * @since 0.1.0
 * @see DelegationRunner
 */
@FunctionalInterface
public interface DelegationHandler {

	/**
	 * Do the work. The method runs on a thread for delegated work, which it may block and
	 * which is interrupted when nobody waits for the answer any more.
	 * @param task the work
	 * @return the answer, which the model says in its own words; {@code null} or a blank
	 * text if all was said by {@link DelegatedTask#say} already
	 * @throws DelegationException to tell the model why it cannot be done
	 * @throws Exception if it fails; the model is told no more than that
	 */
	@Nullable String handle(DelegatedTask task) throws Exception;

}
