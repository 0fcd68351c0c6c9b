package io.realtime4j.playback;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import org.jspecify.annotations.Nullable;

/**
 * Factory for the audio sinks of sessions. A session that is played elsewhere than others
 * has its own factory: the {@linkplain SessionSpec.Builder#feature feature} of this type
 * in its spec.
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
