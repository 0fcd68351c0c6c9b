package io.realtime4j.spring.boot.autoconfigure;

import java.util.Arrays;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.actuate.RealtimeSanitizingAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.tool.ToolSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for hosted MCP servers in the properties.
 */
class McpServerTests {

	private static final String PREFIX = "realtime.session.tools.mcp.";

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final CallingModel model = new CallingModel(this.transport);

	private final ApplicationContextRunner runner = RealtimeContext.runner(this.transport)
		.withConfiguration(
				AutoConfigurations.of(RealtimeToolAutoConfiguration.class, RealtimeSanitizingAutoConfiguration.class));

	@Test
	void serverIsDeclaredToTheModel() {
		this.runner
			.withPropertyValues(PREFIX + "docs.url=https://mcp.example.com", PREFIX + "docs.description=Docs",
					PREFIX + "docs.authorization=CANARY-1", PREFIX + "docs.headers.X-Key=CANARY-2",
					PREFIX + "docs.allowed-tools=search,read", PREFIX + "docs.require-approval=never",
					PREFIX + "docs.defer-loading=true")
			.run((context) -> {
				this.model.opened(context.getBean(RealtimeSession.class));
				assertThat(declared()).isEqualTo(JsonMapper.shared().readTree("""
						[{"type":"mcp","server_label":"docs","server_url":"https://mcp.example.com",
						"authorization":"CANARY-1","server_description":"Docs","headers":{"X-Key":"CANARY-2"},
						"allowed_tools":["search","read"],"require_approval":"never","defer_loading":true}]"""));
			});
	}

	@Test
	void toolsAreApprovedByName() {
		this.runner
			.withPropertyValues(PREFIX + "mail.connector-id=connector_gmail", PREFIX + "mail.always-approve=send",
					PREFIX + "mail.never-approve=read,list")
			.run((context) -> {
				this.model.opened(context.getBean(RealtimeSession.class));
				assertThat(declared()).isEqualTo(JsonMapper.shared().readTree("""
						[{"type":"mcp","server_label":"mail","connector_id":"connector_gmail","require_approval":
						{"always":{"tool_names":["send"]},"never":{"tool_names":["read","list"]}}}]"""));
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			docs.description=Docs                                 | docs      | must have one of 'url'
			docs.url=https://a.example,docs.tunnel-id=t           | docs      | but has 2
			docs.url=http://a.example,docs.authorization=CANARY   | docs.url  | must be https
			docs.url=http://a.example,docs.headers.X-Key=CANARY   | docs.url  | must be https
			'[a b].url=https://a.example'                         | a b       | must be named by letters
			""")
	void wrongServerStopsTheStart(String properties, String property, String problem) {
		this.runner.withPropertyValues(prefixed(properties))
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining(PREFIX + property)
				.hasMessageContaining(problem)
				.hasMessageNotContaining("CANARY"));
	}

	@Test
	void approvalIsSaidInOneWay() {
		this.runner
			.withPropertyValues(PREFIX + "docs.url=https://a.example", PREFIX + "docs.require-approval=always",
					PREFIX + "docs.never-approve=read")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining(PREFIX + "docs.never-approve"));
	}

	@Test
	void transcriptionHasNoServers() {
		this.runner.withPropertyValues(PREFIX + "docs.url=https://a.example", "realtime.session.type=transcription")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("realtime.session.tools.mcp"));
	}

	@Test
	void secretsAreNeitherInTextFormsNorShownByTheActuator() {
		this.runner
			.withConfiguration(AutoConfigurations.of(EnvironmentEndpointAutoConfiguration.class,
					ConfigurationPropertiesReportEndpointAutoConfiguration.class))
			.withPropertyValues(PREFIX + "docs.url=https://mcp.example.com", PREFIX + "docs.authorization=CANARY-1",
					PREFIX + "docs.headers.X-Key=CANARY-2", "realtime.api-key=CANARY-3",
					"management.endpoints.web.exposure.include=*", "management.endpoints.jmx.exposure.include=*",
					"management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always")
			.run((context) -> {
				assertThat(text(context.getBean(EnvironmentEndpoint.class).environment(null)))
					.contains("mcp.example.com")
					.doesNotContain("CANARY");
				assertThat(text(context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties()))
					.contains("mcp.example.com")
					.doesNotContain("CANARY");
				assertThat(context.getBean(ToolSet.class).toString()).contains("docs").doesNotContain("CANARY");
				assertThat(context.getBean(ToolSet.class).definitions().toString()).doesNotContain("CANARY");
			});
	}

	@Test
	void actuatorIsNotNeeded() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(RealtimeSanitizingAutoConfiguration.class));
	}

	private static String[] prefixed(String properties) {
		return Arrays.stream(properties.split(","))
			.map((property) -> PREFIX.substring(0, PREFIX.length() - (property.startsWith("[") ? 1 : 0)) + property)
			.toArray(String[]::new);
	}

	private JsonNode declared() {
		return this.model.sent("session.update").get(0).at("/session/tools");
	}

	// What the web would show
	private static String text(Object descriptor) {
		return JsonMapper.builder().build().writeValueAsString(descriptor);
	}

}
