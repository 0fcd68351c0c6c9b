package io.realtime4j.spring.boot.autoconfigure.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.realtime4j.model.tool.ApprovalFilter;
import io.realtime4j.model.tool.ApprovalMode;
import io.realtime4j.model.tool.ApprovalPolicy;
import io.realtime4j.model.tool.McpConnector;
import io.realtime4j.model.tool.McpTool;
import io.realtime4j.model.tool.McpToolFilter;
import io.realtime4j.model.tool.ToolNames;
import io.realtime4j.spring.boot.autoconfigure.session.McpServerProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Internal mapper for the properties of hosted MCP servers.
 */
public final class McpServerMapper {

	private static final String PREFIX = "realtime.session.tools.mcp.";

	private final McpServerProperties properties;

	private final String label;

	private McpServerMapper(String label, McpServerProperties properties) {
		this.label = label;
		this.properties = properties;
	}

	/**
	 * Map servers.
	 * @param servers their properties by label
	 * @return the tools
	 */
	public static List<McpTool> map(Map<String, McpServerProperties> servers) {
		return servers.entrySet()
			.stream()
			.map((server) -> new McpServerMapper(server.getKey(), server.getValue()).map())
			.toList();
	}

	private McpTool map() {
		PropertyChecks.check(this.label.matches("[a-zA-Z][a-zA-Z0-9_-]*"), PREFIX + this.label,
				"must be named by letters, digits, '_' and '-', a letter first");
		checkPlace();
		checkSecrets();
		McpServerProperties server = this.properties;
		McpTool.Builder tool = McpTool.builder().serverLabel(this.label);
		PropertyMapper map = PropertyMapper.get();
		map.from(server::getUrl).to(tool::serverUrl);
		map.from(server::getConnectorId).as(McpConnector::new).to(tool::connectorId);
		map.from(server::getTunnelId).to(tool::tunnelId);
		map.from(server::getDescription).to(tool::serverDescription);
		map.from(server::getAuthorization).to(tool::authorization);
		map.from(server::getHeaders).when((headers) -> !headers.isEmpty()).to(tool::headers);
		map.from(server::getAllowedTools).as(ToolNames::new).to(tool::allowedTools);
		map.from(approval()).to(tool::requireApproval);
		map.from(server::getDeferLoading).to(tool::deferLoading);
		return tool.build();
	}

	private void checkPlace() {
		long places = Stream
			.of(this.properties.getUrl(), this.properties.getConnectorId(), this.properties.getTunnelId())
			.filter((place) -> place != null && !place.isBlank())
			.count();
		PropertyChecks.check(places == 1, PREFIX + this.label,
				"must have one of 'url', 'connector-id' and 'tunnel-id', but has " + places);
	}

	private void checkSecrets() {
		String url = this.properties.getUrl();
		PropertyChecks.resolved(url, property("url"));
		PropertyChecks.resolved(this.properties.getAuthorization(), property("authorization"));
		this.properties.getHeaders()
			.forEach((name, value) -> PropertyChecks.resolved(value, property("headers." + name)));
		boolean secrets = this.properties.getAuthorization() != null || !this.properties.getHeaders().isEmpty();
		PropertyChecks.check(!secrets || url == null || url.startsWith("https://"), property("url"),
				"must be https, since secrets are sent to the server");
	}

	private @Nullable ApprovalPolicy approval() {
		McpServerProperties.Approval mode = this.properties.getRequireApproval();
		List<String> always = this.properties.getAlwaysApprove();
		List<String> never = this.properties.getNeverApprove();
		if (mode != null) {
			String problem = "cannot be combined with '" + property("require-approval") + "'";
			PropertyChecks.check(always == null, property("always-approve"), problem);
			PropertyChecks.check(never == null, property("never-approve"), problem);
			return (mode == McpServerProperties.Approval.ALWAYS) ? ApprovalMode.ALWAYS : ApprovalMode.NEVER;
		}
		return (always != null || never != null) ? new ApprovalFilter(filter(always), filter(never)) : null;
	}

	private static @Nullable McpToolFilter filter(@Nullable List<String> names) {
		return (names != null) ? new McpToolFilter(names, null) : null;
	}

	private String property(String name) {
		return PREFIX + this.label + "." + name;
	}

}
