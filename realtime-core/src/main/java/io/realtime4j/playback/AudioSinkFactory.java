package io.realtime4j.playback;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sink of each session. A session that is to be played elsewhere than others
 * has a factory of its own: the {@linkplain SessionSpec.Builder#feature feature} of this
 * type in its spec.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AudioSinkFactory {

	/**
	 * Create a sink.
	 * @param session the session that is played, which is not open yet
	 * @return the sink, for this session alone, or {@code null} if the session is not
	 * played here
	 */
	@Nullable AudioSink create(RealtimeSession session);

}
