package io.realtime4j.live.session;

import java.util.List;
import java.util.function.Consumer;

/**
 * Client that opens live sessions with one server. A client may be shared by all threads.
 *
 * @since 0.1.0
 */
public interface LiveClient extends AutoCloseable {

	/**
	 * Return the default specification of sessions.
	 * @return the specification that the client was given
	 * @throws IllegalStateException if it was given none
	 */
	LiveSpec defaultSpec();

	/**
	 * Create a session with the default specification and start to open it.
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default LiveSession open() {
		return open(defaultSpec());
	}

	/**
	 * Create a session whose specification starts from the default, such as the model,
	 * the delegation and the voice that the application configures, and start to open it.
	 * <pre class="code">
	 * client.open((spec) -&gt; spec
	 *     .settings((settings) -&gt; settings.instructions("You serve " + guest))
	 *     .hangUpAfter(Duration.ofMinutes(2)));
	 * </pre>
	 * @param customizer says what is other than the default
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default LiveSession open(Consumer<LiveSpec.Builder> customizer) {
		return open(customized(customizer));
	}

	/**
	 * Create a session with exactly this specification and start to open it.
	 * @param spec what the session shall be
	 * @return the session
	 */
	default LiveSession open(LiveSpec spec) {
		LiveSession session = create(spec);
		session.open();
		return session;
	}

	/**
	 * Create a session with the default specification, which is opened when it is first
	 * used.
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default LiveSession create() {
		return create(defaultSpec());
	}

	/**
	 * Create a session whose specification starts from the default, which is opened when
	 * it is first used.
	 * @param customizer says what is other than the default
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default LiveSession create(Consumer<LiveSpec.Builder> customizer) {
		return create(customized(customizer));
	}

	private LiveSpec customized(Consumer<LiveSpec.Builder> customizer) {
		LiveSpec.Builder builder = defaultSpec().toBuilder();
		customizer.accept(builder);
		return builder.build();
	}

	/**
	 * Create a session that is opened when it is first used.
	 * @param spec what the session shall be
	 * @return the session
	 */
	LiveSession create(LiveSpec spec);

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
	default void requireAdmission(LiveSpec spec) {
	}

	/**
	 * Return the sessions that have not ended.
	 * @return a copy of the sessions, in no order
	 */
	List<LiveSession> sessions();

	/**
	 * Start to close all sessions and return immediately.
	 */
	@Override
	void close();

}
