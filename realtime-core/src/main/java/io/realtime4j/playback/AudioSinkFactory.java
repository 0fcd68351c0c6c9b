package io.realtime4j.playback;

import io.realtime4j.session.RealtimeSession;

/**
 * Makes the sink of each session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AudioSinkFactory {

	/**
	 * Create a sink.
	 * @param session the session that is played, which is not open yet
	 * @return the sink, for this session alone
	 */
	AudioSink create(RealtimeSession session);

}
