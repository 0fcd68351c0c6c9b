package io.realtime4j.translation.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.realtime4j.session.engine.LiveSessions;
import io.realtime4j.session.engine.SessionEnvironment;
import io.realtime4j.translation.codec.TranslationCodec;
import org.jspecify.annotations.Nullable;

/**
 * Client that opens translation sessions with one server. A client may be shared by all
 * threads. It creates no threads: those of its environment are closed by their owner.
 * <pre class="code">
 * TranslationSession german = translations.open(TranslationSpec.of(TranslationSettings.into("de")));
 * german.onSpeech((pcm) -&gt; System.out.println(pcm.millis() + " ms"));
 * german.hear(AudioSource.wav(Path.of("question.wav"))).join();
 * german.close();
 * </pre>
 *
 * @since 0.1.0
 */
public final class TranslationClient implements AutoCloseable {

	private final LiveSessions<TranslationSession> sessions;

	private final TranslationCodec codec = TranslationCodec.create();

	private final SessionEnvironment environment;

	private final List<TranslationListener> listeners;

	private final @Nullable Supplier<TranslationSpec> defaultSpec;

	/**
	 * Create a client.
	 * @param environment what all sessions share, such as that of a
	 * {@link io.realtime4j.session.realtime.DefaultRealtimeClient#environment() client of
	 * the other family}
	 * @param listeners hear of all sessions
	 */
	public TranslationClient(SessionEnvironment environment, List<TranslationListener> listeners) {
		this(environment, listeners, null);
	}

	/**
	 * Create a client with a default specification of sessions.
	 * @param environment what all sessions share
	 * @param listeners hear of all sessions
	 * @param defaultSpec gives what sessions are by default, or {@code null} if there is
	 * none
	 */
	public TranslationClient(SessionEnvironment environment, List<TranslationListener> listeners,
			@Nullable Supplier<TranslationSpec> defaultSpec) {
		this.environment = environment;
		this.sessions = new LiveSessions<>(environment);
		this.listeners = List.copyOf(listeners);
		this.defaultSpec = defaultSpec;
	}

	/**
	 * Create a session with the default specification and start to open it.
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	public TranslationSession open() {
		return open(defaultSpec());
	}

	/**
	 * Create a session whose specification starts from the default, and start to open it.
	 * @param customizer says what is other than the default
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	public TranslationSession open(Consumer<TranslationSpec.Builder> customizer) {
		return open(customized(customizer));
	}

	/**
	 * Create a session whose specification starts from the default, which is opened when
	 * it is first used.
	 * @param customizer says what is other than the default
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	public TranslationSession create(Consumer<TranslationSpec.Builder> customizer) {
		return create(customized(customizer));
	}

	private TranslationSpec customized(Consumer<TranslationSpec.Builder> customizer) {
		TranslationSpec.Builder builder = defaultSpec().toBuilder();
		customizer.accept(builder);
		return builder.build();
	}

	private TranslationSpec defaultSpec() {
		if (this.defaultSpec == null) {
			throw new IllegalStateException("The client has no default: open a session by a TranslationSpec");
		}
		return this.defaultSpec.get();
	}

	/**
	 * Create a session with exactly this specification and start to open it.
	 * @param spec what the session shall be
	 * @return the session
	 */
	public TranslationSession open(TranslationSpec spec) {
		TranslationSession session = create(spec);
		session.open();
		return session;
	}

	/**
	 * Create a session that is opened when it is first used.
	 * @param spec what the session shall be
	 * @return the session
	 */
	public TranslationSession create(TranslationSpec spec) {
		return this.sessions.add(new DefaultTranslationSession(this.environment, this.codec, spec, this.listeners));
	}

	/**
	 * Return the sessions that have not ended.
	 * @return a copy of the sessions, in no order
	 */
	public List<TranslationSession> sessions() {
		return this.sessions.all();
	}

	/**
	 * Start to close all sessions and return immediately.
	 */
	@Override
	public void close() {
		this.sessions.close();
	}

}
