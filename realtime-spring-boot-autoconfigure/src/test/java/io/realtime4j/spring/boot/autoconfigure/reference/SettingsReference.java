package io.realtime4j.spring.boot.autoconfigure.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.realtime4j.spring.boot.autoconfigure.reference.ConfigurationMetadata.Group;
import io.realtime4j.spring.boot.autoconfigure.reference.ConfigurationMetadata.Setting;

import org.springframework.util.ClassUtils;

/**
 * Renders the reference of all properties, from their metadata.
 */
final class SettingsReference {

	private static final String HEAD = """
			# Settings

			All properties under `realtime.*`, written from the metadata that editors show. Durations are written as `20s`, `500ms` or `2m`,
			sizes as `64KB` or `8MB`. A property without a default is not sent: the service decides.

			""";

	private SettingsReference() {
	}

	static String render(ConfigurationMetadata metadata) {
		StringBuilder text = new StringBuilder(HEAD);
		List<Setting> settings = metadata.settings();
		for (Group group : metadata.groups()) {
			List<Setting> members = settings.stream().filter((setting) -> setting.isIn(group.name())).toList();
			if (!members.isEmpty()) {
				render(group, members, text);
			}
		}
		return text.toString().strip() + "\n";
	}

	private static void render(Group group, List<Setting> members, StringBuilder text) {
		text.append("## `").append(group.name()).append("`\n\n").append(group.description()).append("\n\n");
		text.append("| property | description | type | default | example |\n|---|---|---|---|---|\n");
		for (Setting setting : members) {
			text.append("| `").append(setting.name()).append("` | ").append(setting.description()).append(" | ");
			text.append(type(setting.type())).append(" | ").append(defaultValue(setting)).append(" | ");
			text.append(example(setting)).append(" |\n");
		}
		text.append('\n');
	}

	private static String defaultValue(Setting setting) {
		return (setting.defaultValue() != null) ? "`" + setting.defaultValue() + "`" : "";
	}

	private static String example(Setting setting) {
		String name = setting.example().name();
		String entry = name.equals(setting.name()) ? "" : name.substring(setting.name().length() + 1) + ": ";
		return "`" + entry + setting.example().value() + "`";
	}

	private static String type(String type) {
		if (type.startsWith("java.util.List")) {
			return "list";
		}
		if (type.startsWith("java.util.Map")) {
			return "map";
		}
		String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
		return switch (name) {
			case "String", "Boolean", "Duration", "Resource", "Currency", "Path", "URI" ->
				name.toLowerCase(Locale.ROOT);
			case "DataSize" -> "data size";
			case "ZoneId" -> "time zone";
			case "Integer", "Long", "Double", "BigDecimal" -> "number";
			default -> choices(type);
		};
	}

	private static String choices(String type) {
		Object[] values = ClassUtils.resolveClassName(type, null).getEnumConstants();
		return Arrays.stream(values)
			.map((value) -> "`" + ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
			.collect(Collectors.joining(", "));
	}

}
