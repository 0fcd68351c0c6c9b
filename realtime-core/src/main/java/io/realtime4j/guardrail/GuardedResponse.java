package io.realtime4j.guardrail;

import java.util.List;
import java.util.Map;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * One response from its first word to the verdict, which may come after its end. Its lock
 * is never held while a guardrail or the session is called.
 */
final class GuardedResponse {

	private final String id;

	private final int everyCharacters;

	private final DraftText text = new DraftText();

	private List<Judgement> judgements = List.of();

	private Map<String, String> metadata = Map.of();

	private int asked;

	private boolean done;

	private boolean interrupted;

	private boolean tripped;

	private boolean cut;

	private boolean replied;

	GuardedResponse(String id, int everyCharacters) {
		this.id = id;
		this.everyCharacters = everyCharacters;
	}

	String id() {
		return this.id;
	}

	synchronized void judgeBy(List<Judgement> judgements) {
		this.judgements = judgements;
	}

	synchronized List<Judgement> judgements() {
		return this.judgements;
	}

	synchronized void attach(Map<String, String> metadata) {
		this.metadata = metadata;
	}

	// Take a part, and return what is to be judged now
	synchronized @Nullable ResponseDraft onPart(ServerEvent event, VoiceSession session) {
		if (this.tripped || this.done || this.interrupted) {
			return null;
		}
		this.text.apply(event);
		if (this.text.length() - this.asked < this.everyCharacters) {
			return null;
		}
		return draft(session);
	}

	// Take the end, and return what is to be judged for the last time
	synchronized @Nullable ResponseDraft onDone(boolean cancelled, VoiceSession session) {
		if (this.done) {
			return null;
		}
		this.done = true;
		this.interrupted |= cancelled && !this.tripped;
		boolean judged = !this.tripped && !this.interrupted && this.text.length() > 0;
		return judged ? draft(session) : null;
	}

	private ResponseDraft draft(VoiceSession session) {
		this.asked = this.text.length();
		return new ResponseDraft(session, this.id, this.metadata, this.text.text(this.done), this.done);
	}

	// Return whether this is the first trip
	synchronized boolean trip() {
		boolean first = !this.tripped;
		this.tripped = true;
		return first;
	}

	synchronized boolean isTripped() {
		return this.tripped;
	}

	synchronized boolean isDone() {
		return this.done;
	}

	// Somebody else speaks now, and will be answered
	synchronized void interrupt() {
		this.interrupted |= !this.done && !this.tripped;
	}

	synchronized boolean isInterrupted() {
		return this.interrupted;
	}

	// Note that the response is cut off, and whether a reply follows
	synchronized void markCut(boolean reply) {
		this.cut = true;
		this.replied = !reply;
	}

	// Return whether the reply is due now, which is told once
	synchronized boolean takeReply() {
		boolean due = this.done && this.cut && !this.replied;
		this.replied |= due;
		return due;
	}

}
