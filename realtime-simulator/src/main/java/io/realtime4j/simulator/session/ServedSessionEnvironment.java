package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.Set;

import io.realtime4j.simulator.ears.SimulatorEars;
import io.realtime4j.simulator.model.SimulatorModel;
import io.realtime4j.simulator.response.TokenBudget;
import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.voice.SimulatorVoice;

/**
 * Internal environment that all sessions of a simulator share.
 *
 * @param timeline gives time and threads
 * @param model decides what is answered
 * @param voice speaks it
 * @param ears understand what is said
 * @param pace how many times faster than real time audio is sent
 * @param lifetime how long a session may last
 * @param models the models that may be asked for, empty for any
 * @param budget the tokens that may be consumed
 * @param script what tests want to be answered
 */
public record ServedSessionEnvironment(Timeline timeline, SimulatorModel model, SimulatorVoice voice,
		SimulatorEars ears, double pace, Duration lifetime, Set<String> models, TokenBudget budget,
		SessionScript script) {
}
