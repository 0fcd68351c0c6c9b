package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.realtime4j.simulator.model.ModelReply;
import org.jspecify.annotations.Nullable;

/**
 * Internal script of replies and transcripts, in order, whichever session comes first.
 */
public final class SessionScript {

	private final Queue<ModelReply> replies = new ConcurrentLinkedQueue<>();

	private final Queue<String> transcripts = new ConcurrentLinkedQueue<>();

	private final Queue<SessionRefusal> refusals = new ConcurrentLinkedQueue<>();

	private final Queue<Map<String, ?>> decisions = new ConcurrentLinkedQueue<>();

	private final Queue<Duration> lifetimes = new ConcurrentLinkedQueue<>();

	/**
	 * Answer the next response so, in place of the model.
	 * @param reply the reply
	 */
	public void addReply(ModelReply reply) {
		this.replies.add(reply);
	}

	/**
	 * Hear these words in the next spoken turn.
	 * @param words the words
	 */
	public void addTranscript(String words) {
		this.transcripts.add(words);
	}

	/**
	 * Answer the questions of the next decision that asks one of them so.
	 * @param answers the answers by the names of the questions
	 */
	public void addDecision(Map<String, ?> answers) {
		this.decisions.add(Map.copyOf(answers));
	}

	/**
	 * Let the next session that opens last so long.
	 * @param lifetime how long
	 */
	public void addLifetime(Duration lifetime) {
		this.lifetimes.add(lifetime);
	}

	/**
	 * Refuse the next session that would open.
	 * @param refusal why
	 */
	public void addRefusal(SessionRefusal refusal) {
		this.refusals.add(refusal);
	}

	/**
	 * Forget what was scripted.
	 */
	public void clear() {
		this.replies.clear();
		this.transcripts.clear();
		this.refusals.clear();
		this.lifetimes.clear();
		this.decisions.clear();
	}

	@Nullable ModelReply nextReply() {
		return this.replies.poll();
	}

	@Nullable String nextTranscript() {
		return this.transcripts.poll();
	}

	/**
	 * Return the answers that come next.
	 * @param names the names of the questions that are asked
	 * @return the answers, empty if none are scripted for any of them
	 */
	Map<String, ?> nextDecision(Set<String> names) {
		for (Map<String, ?> scripted : this.decisions) {
			if (!Collections.disjoint(scripted.keySet(), names) && this.decisions.remove(scripted)) {
				return scripted;
			}
		}
		return Map.of();
	}

	@Nullable SessionRefusal nextRefusal() {
		return this.refusals.poll();
	}

	Duration nextLifetime(Duration usual) {
		Duration scripted = this.lifetimes.poll();
		return (scripted != null) ? scripted : usual;
	}

}
