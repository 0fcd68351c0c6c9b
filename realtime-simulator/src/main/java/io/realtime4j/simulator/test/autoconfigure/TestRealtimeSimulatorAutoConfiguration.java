package io.realtime4j.simulator.test.autoconfigure;

import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.RealtimeSimulatorBuilder;
import io.realtime4j.simulator.autoconfigure.RealtimeSimulatorAutoConfiguration;
import io.realtime4j.simulator.autoconfigure.RealtimeSimulatorProperties;
import io.realtime4j.simulator.ears.SimulatorEars;
import io.realtime4j.simulator.model.SimulatorModel;
import io.realtime4j.simulator.voice.SimulatorVoice;
import io.realtime4j.simulator.voice.ToneVoice;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the simulator in tests, imported by
 * {@link AutoConfigureRealtimeSimulator @AutoConfigureRealtimeSimulator}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = { RealtimeSimulatorAutoConfiguration.class, RealtimeAutoConfiguration.class })
@ConditionalOnClass(RealtimeConnectionDetails.class)
@EnableConfigurationProperties(RealtimeSimulatorProperties.class)
public final class TestRealtimeSimulatorAutoConfiguration {

	TestRealtimeSimulatorAutoConfiguration() {
	}

	@Bean("realtime4jSimulator")
	@ConditionalOnMissingBean
	RealtimeSimulator realtimeSimulator(RealtimeSimulatorProperties properties, ObjectProvider<SimulatorModel> model,
			ObjectProvider<SimulatorVoice> voice, ObjectProvider<SimulatorEars> ears) {
		RealtimeSimulatorBuilder builder = RealtimeSimulator.builder()
			.port(properties.getPort())
			.pace(properties.getPace())
			.voice(voice.getIfAvailable(ToneVoice::new));
		model.ifAvailable(builder::model);
		return builder.start();
	}

	@Bean("realtime4jSimulatorConnectionDetails")
	@ConditionalOnMissingBean
	RealtimeConnectionDetails realtimeSimulatorConnectionDetails(RealtimeSimulator simulator) {
		return simulator::baseUrl;
	}

}
