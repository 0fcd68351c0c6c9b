package io.realtime4j.session;

import java.util.List;
import java.util.function.Consumer;

import io.realtime4j.session.realtime.DefaultRealtimeClient;

/**
 * Client that opens sessions with one server: one session for each user or call. A client
 * may be shared by all threads.
 *
 * @since 0.1.0
 * @see DefaultRealtimeClient
 */
public interface RealtimeClient extends AutoCloseable {

	/**
	 * Return the default specification of sessions.
	 * @return the specification that the client was given
	 * @throws IllegalStateException if it was given none
	 */
	SessionSpec defaultSpec();

	/**
	 * Create a session with the default specification and start to open it. Commands can
	 * be used at once; they are queued until the session is open.
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default RealtimeSession open() {
		return open(defaultSpec());
	}

	/**
	 * Create a session whose specification starts from the default, such as the model,
	 * the tools and the voice that the application configures, and start to open it.
	 * Commands can be used at once; they are queued until the session is open.
	 * <pre class="code">
	 * client.open((spec) -&gt; spec
	 *     .settings((settings) -&gt; settings.instructions("You serve " + guest))
	 *     .on(ResponseDone.class, (done) -&gt; page.accept(done.text())));
	 * </pre>
	 * @param customizer says what is other than the default
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default RealtimeSession open(Consumer<SessionSpec.Builder> customizer) {
		return open(customized(customizer));
	}

	/**
	 * Create a session with the default specification, which is opened when it is first
	 * used.
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default RealtimeSession create() {
		return create(defaultSpec());
	}

	/**
	 * Create a session whose specification starts from the default, which is opened when
	 * it is first used.
	 * @param customizer says what is other than the default
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default RealtimeSession create(Consumer<SessionSpec.Builder> customizer) {
		return create(customized(customizer));
	}

	private SessionSpec customized(Consumer<SessionSpec.Builder> customizer) {
		SessionSpec.Builder builder = defaultSpec().toBuilder();
		customizer.accept(builder);
		return builder.build();
	}

	/**
	 * Create a session with exactly this specification and start to open it. Commands can
	 * be used at once; they are queued until the session is open.
	 * @param spec what the session shall be
	 * @return the session
	 * @throws io.realtime4j.provider.UnsupportedSettingException if the provider cannot
	 * take a setting without which the session would not work
	 * @throws io.realtime4j.session.context.SessionNotAdmittedException if no session may
	 * begin at the moment, such as while the application is taken out of service
	 */
	RealtimeSession open(SessionSpec spec);

	/**
	 * Create a session with exactly this specification, which is opened when it is first
	 * used.
	 * @param spec what the session shall be
	 * @return the session
	 * @throws io.realtime4j.provider.UnsupportedSettingException if the provider cannot
	 * take a setting without which the session would not work
	 * @throws io.realtime4j.session.context.SessionNotAdmittedException if no session may
	 * begin at the moment, such as while the application is taken out of service
	 */
	RealtimeSession create(SessionSpec spec);

	/**
	 * Return whether no sessions may begin at the moment, such as while the application
	 * is taken out of service.
	 * @return {@code true} if to create one would fail with
	 * {@link io.realtime4j.session.context.SessionNotAdmittedException}
	 */
	default boolean isClosedToSessions() {
		return false;
	}

	/**
	 * Make sure that a session with this specification may begin, without making one:
	 * before something is done that only makes sense with it, such as to accept a call.
	 * By default nothing is known before a session is created.
	 * @param spec what the session would be
	 * @throws io.realtime4j.session.context.SessionNotAdmittedException if to create it
	 * would fail with the same
	 */
	default void requireAdmission(SessionSpec spec) {
	}

	/**
	 * Return the sessions that have not ended.
	 * @return a copy of the sessions, in no order
	 */
	List<RealtimeSession> sessions();

	/**
	 * Start to close all sessions and return immediately.
	 */
	@Override
	void close();

}
