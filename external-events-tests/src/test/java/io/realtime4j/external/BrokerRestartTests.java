package io.realtime4j.external;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.test.autoconfigure.AutoConfigureRealtimeSimulator;
import io.realtime4j.spring.external.ExternalEvent;
import kafka.server.KafkaBroker;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that a broker which is restarted gets every external event.
 */
@SpringBootTest(classes = { BillingApplication.class, BrokerRestartTests.Published.class })
@AutoConfigureRealtimeSimulator
@Timeout(300)
class BrokerRestartTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, BillingApplication.TOPIC);

	@Autowired
	private RealtimeClient client;

	@Autowired
	private Published published;

	@Autowired
	private FailedEventPublications failed;

	@Autowired
	private JdbcClient jdbc;

	private final JsonMapper mapper = JsonMapper.builder().build();

	@BeforeAll
	static void startBroker() {
		broker.afterPropertiesSet();
	}

	@AfterAll
	static void stopBroker() {
		broker.destroy();
	}

	@DynamicPropertySource
	static void brokerProperties(DynamicPropertyRegistry registry) {
		registry.add("spring.kafka.bootstrap-servers", broker::getBrokersAsString);
	}

	@Test
	void eventsThatTheBrokerCouldNotTakeAreSentWhenItIsBack() throws Exception {
		RealtimeSession session = this.client.open();
		ask(session);
		await().atMost(PATIENCE).until(() -> received().size() == 3);

		stop();
		ask(session);
		session.close();
		await().atMost(PATIENCE).until(() -> this.published.ids.size() == 7);
		await().atMost(PATIENCE).until(() -> publications("STATUS = 'FAILED'") == 4);

		server().startup();
		await().atMost(PATIENCE).until(() -> {
			this.failed.resubmit(ResubmissionOptions.defaults());
			return publications("COMPLETION_DATE IS NULL") == 0;
		});
		assertThat(received()).containsExactlyInAnyOrderElementsOf(this.published.ids);
	}

	// What was said and heard, and what it used
	private static void ask(RealtimeSession session) throws Exception {
		session.ask("Hello").get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

	private static void stop() {
		server().shutdown();
		server().awaitShutdown();
	}

	private static KafkaBroker server() {
		return broker.getCluster().brokers().get(0);
	}

	private long publications(String condition) {
		return this.jdbc.sql("SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE " + condition).query(Long.class).single();
	}

	// Read anew each time by a receiver of its own, which no restart of the broker
	// disturbs
	private Set<String> received() {
		Set<String> ids = new LinkedHashSet<>();
		try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", broker.getBrokersAsString()), new StringDeserializer(),
				new ByteArrayDeserializer())) {
			Set<TopicPartition> partition = Set.of(new TopicPartition(BillingApplication.TOPIC, 0));
			long end = consumer.endOffsets(partition).values().iterator().next();
			consumer.assign(partition);
			consumer.seekToBeginning(partition);
			while (consumer.position(partition.iterator().next()) < end) {
				consumer.poll(Duration.ofSeconds(1))
					.forEach((message) -> ids.add(this.mapper.readValue(message.value(), ExternalEvent.class).id()));
			}
		}
		return ids;
	}

	/**
	 * The events that the application published.
	 */
	static class Published {

		private final Set<String> ids = ConcurrentHashMap.newKeySet();

		@EventListener
		void on(ExternalEvent event) {
			this.ids.add(event.id());
		}

	}

}
