package io.realtime4j.simulator.response;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.realtime4j.simulator.conversation.ServedConversation;
import io.realtime4j.simulator.model.SimulatorModel;
import io.realtime4j.simulator.time.Lane;
import io.realtime4j.simulator.voice.SimulatorVoice;
import io.realtime4j.simulator.wire.EventSink;

/**
 * Internal context in which the responses of one session run.
 *
 * @param events takes the events
 * @param lane the lane of the session
 * @param conversation the conversation of the session
 * @param model decides what is answered
 * @param voice speaks it
 * @param pace how many times faster than real time audio is sent
 * @param budget the tokens that may be consumed
 */
public record Stage(EventSink events, Lane lane, ServedConversation conversation, SimulatorModel model,
		SimulatorVoice voice, double pace, TokenBudget budget) {

	private static final double NANOS_PER_MILLI = 1e6;

	Duration paced(double millis) {
		return Duration.ofNanos((long) (millis * NANOS_PER_MILLI / this.pace));
	}

	<T> CompletableFuture<T> work(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work, this.lane.timeline().executor());
	}

}
