package io.realtime4j.simulator.autoconfigure;

import edu.cmu.sphinx.linguist.flat.FlatLinguist;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.RealtimeSimulatorBuilder;
import io.realtime4j.simulator.ears.SimulatorEars;
import io.realtime4j.simulator.ears.StandardEars;
import io.realtime4j.simulator.model.SimulatorModel;
import io.realtime4j.simulator.voice.SimulatorVoice;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeConnectionDetails;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * {@link AutoConfiguration Auto-configuration} for the simulator: if no service is
 * configured, a simulator is started with the application and sessions connect to it.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = RealtimeAutoConfiguration.class)
@ConditionalOnClass(RealtimeConnectionDetails.class)
@ConditionalOnMissingBean(RealtimeConnectionDetails.class)
@ConditionalOnBooleanProperty(name = "realtime.simulator.enabled", matchIfMissing = true)
@Conditional(NoServiceConfiguredCondition.class)
@EnableConfigurationProperties(RealtimeSimulatorProperties.class)
public final class RealtimeSimulatorAutoConfiguration {

	RealtimeSimulatorAutoConfiguration() {
	}

	@Bean("realtime4jSimulator")
	@ConditionalOnMissingBean
	RealtimeSimulator realtimeSimulator(RealtimeSimulatorProperties properties, ObjectProvider<SimulatorModel> model,
			ObjectProvider<SimulatorVoice> voice, ObjectProvider<SimulatorEars> ears) {
		RealtimeSimulatorBuilder builder = RealtimeSimulator.builder()
			.port(properties.getPort())
			.pace(properties.getPace());
		model.ifAvailable(builder::model);
		voice.ifAvailable(builder::voice);
		ears.ifAvailable(builder::ears);
		return builder.start();
	}

	@Bean("realtime4jSimulatorConnectionDetails")
	SimulatorRealtimeConnectionDetails realtimeSimulatorConnectionDetails(RealtimeSimulator simulator) {
		return new SimulatorRealtimeConnectionDetails(simulator);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(FlatLinguist.class)
	@ConditionalOnBooleanProperty(name = "realtime.simulator.ears.enabled", matchIfMissing = true)
	static class EarsConfiguration {

		@Bean("realtime4jSimulatorEars")
		@ConditionalOnMissingBean
		SimulatorEars realtimeSimulatorEars() {
			return StandardEars.create();
		}

	}

}
