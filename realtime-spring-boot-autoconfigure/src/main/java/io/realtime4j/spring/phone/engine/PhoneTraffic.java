package io.realtime4j.spring.phone.engine;

/**
 * Internal callback that is told what is wrong with the audio of callers. Called by any
 * thread, and must not block.
 */
@FunctionalInterface
public interface PhoneTraffic {

	/**
	 * Audio of a caller did not come in time. Nothing is called without any.
	 * @param carrier the name of the carrier
	 * @param lost frames of 20 ms that did not come at all
	 * @param late frames of 20 ms that came after their turn, or whose place silence took
	 * while the line stood still
	 */
	void missed(String carrier, long lost, long late);

}
