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
	 * Return what sessions are by default.
	 * @return the specification that the client was given
	 * @throws IllegalStateException if it was given none
	 */
	SessionSpec defaultSpec();

	/**
	 * Create a session as it is by default and begin to open it. Commands may be given at
	 * once; they wait until the session is open.
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default RealtimeSession open() {
		return open(defaultSpec());
	}

	/**
	 * Create a session that begins from what is the default, such as the model, the tools
	 * and the voice that the application configures, and begin to open it. Commands may
	 * be given at once; they wait until the session is open. <pre class="code">
	 * client.open((spec) -&gt; spec
	 *     .settings((settings) -&gt; settings.instructions("You serve " + user.name()))
	 *     .on(ResponseDone.class, (done) -&gt; page.show(done.text())));
	 * </pre>
	 * @param customizer says what is other than the default
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default RealtimeSession open(Consumer<SessionSpec.Builder> customizer) {
		return open(customized(customizer));
	}

	/**
	 * Create a session as it is by default, that is opened by its first use.
	 * @return the session
	 * @throws IllegalStateException if the client was given no default
	 */
	default RealtimeSession create() {
		return create(defaultSpec());
	}

	/**
	 * Create a session that begins from what is the default and is opened by its first
	 * use.
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
	 * Create a session of exactly this specification and begin to open it. Commands may
	 * be given at once; they wait until the session is open.
	 * @param spec what the session shall be
	 * @return the session
	 * @throws io.realtime4j.provider.UnsupportedSettingException if the provider cannot
	 * take a setting without which the session would not work
	 */
	RealtimeSession open(SessionSpec spec);

	/**
	 * Create a session of exactly this specification that is opened by its first use.
	 * @param spec what the session shall be
	 * @return the session
	 * @throws io.realtime4j.provider.UnsupportedSettingException if the provider cannot
	 * take a setting without which the session would not work
	 */
	RealtimeSession create(SessionSpec spec);

	/**
	 * Return the sessions that have not ended.
	 * @return a copy of the sessions, in no order
	 */
	List<RealtimeSession> sessions();

	/**
	 * Begin to close all sessions and return at once.
	 */
	@Override
	void close();

}
