package io.realtime4j.spring.phone.engine;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.spring.phone.PhoneCaller;

/**
 * Internal factory for the sessions of calls, in one protocol family.
 */
public abstract sealed class CallSessions permits RealtimeCallSessions, LiveCallSessions {

	CallSessions() {
	}

	/**
	 * Return whether no sessions may begin at the moment.
	 */
	abstract boolean isClosed();

	/**
	 * Return the format in which a session speaks.
	 * @param line the format of its line
	 * @return the same where services take it, or the nearest that they do
	 */
	abstract AudioFormat format(AudioFormat line);

	/**
	 * Create a session that is not open yet.
	 * @param caller who calls
	 * @param call the call
	 * @param sink plays what the model says
	 * @param format the format in which the session speaks
	 * @return its conversation
	 */
	abstract CallConversation create(PhoneCaller caller, ActiveCall call, PhoneSink sink, AudioFormat format);

}
