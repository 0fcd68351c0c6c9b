package io.realtime4j.spring.bridge.page;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.realtime4j.live.model.session.LiveFormats;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.live.store.LiveContinuation;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.access.LiveBridgeSessionFactory;
import io.realtime4j.spring.bridge.access.PageAdmission;
import io.realtime4j.spring.bridge.connection.InvalidCommandException;
import io.realtime4j.spring.playback.LivePlayback;
import io.realtime4j.spring.playback.UserVoice;
import org.jspecify.annotations.Nullable;

/**
 * Conversation of a page with a live session, whose model decides by itself when to speak
 * and when to stop.
 */
final class LiveConversation implements PageConversation {

	private final LiveSession session;

	private final @Nullable AudioFormat format;

	private final UserVoice userVoice;

	private final LivePlayback playback;

	private final @Nullable LiveContinuation continued;

	private LiveConversation(LiveSession session, @Nullable AudioFormat format, UserVoice userVoice,
			LivePlayback playback, @Nullable LiveContinuation continued) {
		this.continued = continued;
		this.session = session;
		this.format = format;
		this.userVoice = userVoice;
		this.playback = playback;
	}

	static PageConversations.Begun begin(LiveBridgeSessionFactory factory, BridgeConnection who,
			PageAdmission.Hold hold, PageSession.Parts parts, StoredPages.@Nullable TakenPage taken) {
		AtomicReference<@Nullable LiveContinuation> continued = new AtomicReference<>();
		UserVoice userVoice = new UserVoice();
		LivePlayback playback = new LivePlayback(parts.sink(), new AudioPcm((long) PageSink.SAMPLE_RATE),
				userVoice::isSpeaking);
		PageAdmission.Admitted<LiveSession, LiveSpec> admitted = factory.create(who, hold, parts.choice()::apply,
				(builder) -> {
					AudioFormat format = LiveFormats.of(builder.settings());
					builder.feature(PageView.class, parts.view())
						.interceptor((session) -> new LivePageInterceptor(session, format, playback, parts.view()));
					if (parts.view().forDevelopers()) {
						builder.listener(new LiveDeveloperListener(parts.view()));
					}
					if (taken != null) {
						continued.set(taken.continueIn(builder));
					}
				});
		AudioFormat format = LiveFormats.of(admitted.spec().settings());
		parts.view().onConversation(admitted.session().conversation());
		LiveConversation conversation = new LiveConversation(admitted.session(), format, userVoice, playback,
				continued.get());
		return new PageConversations.Begun(conversation, admitted.place(), admitted.share(), taken != null);
	}

	@Override
	public LiveSession session() {
		return this.session;
	}

	@Override
	public String family() {
		return "live";
	}

	@Override
	public void open() {
		this.session.open();
		if (this.continued != null) {
			try {
				// The node that was asked did not live to answer
				this.continued.followUp(this.session);
			}
			catch (SessionClosedException ex) {
				// The page is told of it
			}
		}
	}

	@Override
	public @Nullable AudioFormat inputFormat() {
		return this.format;
	}

	@Override
	public void hear(byte[] pcm16) {
		this.userVoice.hear(pcm16, PageAudio.rate(this.format));
		this.session.appendAudio(PageAudio.encode(pcm16, this.format));
	}

	@Override
	public void onMicrophoneOff() {
		this.userVoice.stop();
	}

	@Override
	public @Nullable ManualTurns manualTurns() {
		return null;
	}

	@Override
	public CompletableFuture<?> write(String text) {
		try {
			return this.session.sendText(text);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidCommandException(PageCommandReader.INVALID_COMMAND,
					"'text' is too long: a live session takes 500 tokens at once");
		}
	}

	// The protocol cannot cancel what is said, so that it is not heard
	@Override
	public void interrupt() {
		this.playback.hush();
	}

	@Override
	public void onUnheard() {
		// The model goes on, and does not know
	}

}
