package io.realtime4j.spring.bridge.page;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TurnTaking;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.access.BridgeSessionFactory;
import io.realtime4j.spring.bridge.access.PageAdmission;
import io.realtime4j.store.TakenConversation;
import org.jspecify.annotations.Nullable;

/**
 * Conversation of a page with a session of the first family.
 */
final class RealtimeConversation implements PageConversation {

	private final RealtimeSession session;

	private final @Nullable AudioFormat inputFormat;

	private final @Nullable ManualTurns manualTurns;

	private final @Nullable TakenConversation taken;

	RealtimeConversation(RealtimeSession session, @Nullable SessionSettings settings,
			@Nullable TakenConversation taken) {
		this.session = session;
		this.taken = taken;
		this.inputFormat = (settings != null) ? SessionFormats.input(settings) : null;
		TurnTaking turns = (settings != null) ? TurnTaking.of(settings) : TurnTaking.DEFAULT;
		this.manualTurns = turns.detects() ? null : new CommittedTurns();
	}

	static PageConversations.Begun begin(BridgeSessionFactory factory, BridgeConnection who, PageAdmission.Hold hold,
			PageSession.Parts parts, StoredPages.@Nullable TakenPage taken) {
		AtomicReference<@Nullable TakenConversation> continued = new AtomicReference<>();
		PageAdmission.Admitted<RealtimeSession, SessionSpec> admitted = factory.create(who, hold, parts.choice()::apply,
				(builder) -> {
					builder.feature(PageView.class, parts.view())
						.interceptor((session) -> new PageInterceptor(session, parts.sink(), parts.view()));
					if (taken != null) {
						continued.set(taken.continueIn(builder));
					}
				});
		parts.view().onConversation(admitted.session().conversation());
		return new PageConversations.Begun(
				new RealtimeConversation(admitted.session(), admitted.spec().settings(), continued.get()),
				admitted.place(), admitted.share(), taken != null);
	}

	@Override
	public RealtimeSession session() {
		return this.session;
	}

	@Override
	public String family() {
		return "realtime";
	}

	@Override
	public void open() {
		this.session.open();
		if (this.taken != null && this.taken.isAnswerDue()) {
			try {
				// The node that was asked did not live to answer
				this.session.followUp();
			}
			catch (SessionClosedException ex) {
				// The page is told of it
			}
		}
	}

	@Override
	public @Nullable AudioFormat inputFormat() {
		return this.inputFormat;
	}

	@Override
	public void hear(byte[] pcm16) {
		this.session.appendAudio(PageAudio.encode(pcm16, this.inputFormat));
	}

	@Override
	public @Nullable ManualTurns manualTurns() {
		return this.manualTurns;
	}

	@Override
	public CompletableFuture<?> write(String text) {
		this.session.sendText(text);
		return this.session.respond();
	}

	@Override
	public void interrupt() {
		this.session.interrupt();
	}

	@Override
	public void onUnheard() {
		// Nobody hears the rest
		this.session.interrupt();
	}

	/**
	 * Turns of the input audio buffer.
	 */
	private final class CommittedTurns implements ManualTurns {

		@Override
		public CompletableFuture<?> commit() {
			RealtimeConversation.this.session.commitAudio();
			return RealtimeConversation.this.session.respond();
		}

		@Override
		public void clear() {
			RealtimeConversation.this.session.clearAudio();
		}

	}

}
