package io.realtime4j.live.store;

import io.realtime4j.live.guardrail.SpeechSilencer;
import io.realtime4j.live.model.audio.BuiltInVoice;
import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.store.ConversationRecorder;
import io.realtime4j.store.ConversationRecording;
import io.realtime4j.store.RecordedSession;
import io.realtime4j.store.StoreOptions;
import io.realtime4j.store.StoredSettings;
import org.jspecify.annotations.Nullable;

/**
 * Recorder that writes the conversations of live sessions to the store of a
 * {@link ConversationRecorder}: each turn is a message.
 * <p>
 * It becomes part of a client as a {@link LiveInterceptor.Factory}, after what measures
 * usage and before what does delegated work.
 *
 * @since 0.1.0
 */
public final class LiveConversationRecorder implements LiveInterceptor.Factory {

	/**
	 * The type of the stored settings of live sessions.
	 */
	static final String TYPE = "live";

	private final ConversationRecorder recorder;

	/**
	 * Create a recorder.
	 * @param recorder writes
	 */
	public LiveConversationRecorder(ConversationRecorder recorder) {
		this.recorder = recorder;
	}

	@Override
	public LiveInterceptor create(LiveSession session) {
		ConversationRecording recording = this.recorder.record(new RecordedSession(session, session::conversation,
				() -> essentials(session.settings()), () -> silence(session)));
		return (recording != null) ? new LiveTurnRecorder(session, recording) : LiveInterceptor.none();
	}

	private static @Nullable StoredSettings essentials(@Nullable LiveSettings settings) {
		if (settings == null) {
			return null;
		}
		LiveAudio audio = settings.audio();
		String voice = (audio != null && audio.output() != null && audio.output().voice() instanceof BuiltInVoice known)
				? known.value() : null;
		return new StoredSettings(TYPE, (settings.model() != null) ? settings.model().value() : null, voice);
	}

	private static void silence(LiveSession session) {
		SpeechSilencer silencer = session.feature(SpeechSilencer.class);
		if (silencer != null) {
			silencer.silence();
		}
	}

	/**
	 * Give a session options of its own.
	 * @param spec the builder of what the session shall be
	 * @param options the options
	 * @return the same builder
	 */
	public static LiveSpec.Builder options(LiveSpec.Builder spec, StoreOptions options) {
		return spec.feature(StoreOptions.class, options);
	}

}
